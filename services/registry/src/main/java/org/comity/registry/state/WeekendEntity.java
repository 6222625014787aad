package org.comity.registry.state;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;

/** A day of the week on which a state does not work. */
@Entity
@Table(name = "weekend")
class WeekendEntity extends DetailEntity {

    @Enumerated(EnumType.STRING)
    private DayOfWeek day;

    @SuppressWarnings("NullAway") // for Hibernate
    protected WeekendEntity() {}

    WeekendEntity(UUID id, StateCode state, int position, DayOfWeek day) {
        super(id, state, position);
        this.day = day;
    }

    DayOfWeek content() {
        return day;
    }
}
