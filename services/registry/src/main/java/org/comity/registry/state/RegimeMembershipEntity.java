package org.comity.registry.state;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.Regime;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.Standing;
import org.jspecify.annotations.Nullable;

/** A state's part in a regime. */
@Entity
@Table(name = "regime_membership")
class RegimeMembershipEntity extends DetailEntity {

    @Enumerated(EnumType.STRING)
    private Regime regime;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Column(name = "member_since")
    private @Nullable LocalDate memberSince;

    @SuppressWarnings("NullAway") // for Hibernate
    protected RegimeMembershipEntity() {}

    RegimeMembershipEntity(UUID id, StateCode state, int position, RegimeMembership membership) {
        super(id, state, position);
        this.regime = membership.regime();
        this.standing = membership.standing();
        this.memberSince = membership.from();
    }

    RegimeMembership content() {
        return new RegimeMembership(regime, standing, memberSince);
    }
}
