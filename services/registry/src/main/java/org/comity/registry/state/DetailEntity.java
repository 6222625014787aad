package org.comity.registry.state;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;

/** One of several things that a state has, in their order. */
@MappedSuperclass
abstract class DetailEntity {

    @Id
    private UUID id;

    private String iso2;

    private int position;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DetailEntity() {}

    DetailEntity(UUID id, StateCode state, int position) {
        this.id = id;
        this.iso2 = state.value();
        this.position = position;
    }

    StateCode state() {
        return new StateCode(iso2);
    }
}
