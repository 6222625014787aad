package org.comity.portal.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.comity.portal.page.Form;

/** The first and the last day of what a list is narrowed to, as they were typed in two fields. */
final class Days {

    private Days() {}

    /**
     * Puts a fault at a field that has no day, such as 2026-03-31, and at the last day where it is before the first; an
     * empty field is good.
     */
    static void check(Form form, String from, String to, String wrongDay, String toBeforeFrom) {
        Optional<LocalDate> first = day(form, from, wrongDay);
        Optional<LocalDate> last = day(form, to, wrongDay);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            form.fault(to, toBeforeFrom);
        }
    }

    private static Optional<LocalDate> day(Form form, String name, String wrongDay) {
        String typed = form.value(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(typed));
            }
        } catch (DateTimeException noSuchDay) {
            // falls through: it is no day
        }
        form.fault(name, wrongDay);
        return Optional.empty();
    }
}
