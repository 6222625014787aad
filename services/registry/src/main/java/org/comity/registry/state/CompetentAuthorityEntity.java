package org.comity.registry.state;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.AuthorityRole;
import org.comity.registry.content.CompetentAuthority;
import org.jspecify.annotations.Nullable;

/** A competent authority of a state. */
@Entity
@Table(name = "competent_authority")
class CompetentAuthorityEntity extends DetailEntity {

    private String name;

    @Enumerated(EnumType.STRING)
    private AuthorityRole role;

    private @Nullable String url;

    @SuppressWarnings("NullAway") // for Hibernate
    protected CompetentAuthorityEntity() {}

    CompetentAuthorityEntity(UUID id, StateCode state, int position, CompetentAuthority authority) {
        super(id, state, position);
        this.name = authority.name();
        this.role = authority.role();
        this.url = authority.url();
    }

    CompetentAuthority content() {
        return new CompetentAuthority(name, role, url);
    }
}
