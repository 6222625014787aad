package org.comity.registry.state;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.Holiday;

/** A day on which a state does not work. */
@Entity
@Table(name = "holiday")
class HolidayEntity extends DetailEntity {

    private LocalDate day;

    private String name;

    @SuppressWarnings("NullAway") // for Hibernate
    protected HolidayEntity() {}

    HolidayEntity(UUID id, StateCode state, int position, Holiday holiday) {
        super(id, state, position);
        this.day = holiday.date();
        this.name = holiday.name();
    }

    Holiday content() {
        return new Holiday(day, name);
    }
}
