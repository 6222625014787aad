package org.comity.registry.state;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.ContactRole;
import org.comity.registry.content.PointOfContact;
import org.jspecify.annotations.Nullable;

/** A point of contact of a state. */
@Entity
@Table(name = "point_of_contact")
class PointOfContactEntity extends DetailEntity {

    @Enumerated(EnumType.STRING)
    private ContactRole role;

    private String name;

    private String mail;

    private @Nullable String hours;

    private @Nullable String backup;

    @SuppressWarnings("NullAway") // for Hibernate
    protected PointOfContactEntity() {}

    PointOfContactEntity(UUID id, StateCode state, int position, PointOfContact contact) {
        super(id, state, position);
        this.role = contact.role();
        this.name = contact.name();
        this.mail = contact.mail();
        this.hours = contact.hours();
        this.backup = contact.backup();
    }

    PointOfContact content() {
        return new PointOfContact(role, name, mail, hours, backup);
    }
}
