package org.comity.bulletins.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.WorkingCopy;
import org.junit.jupiter.api.Test;

class RequestLifeTest {

    private static final Person ANALYST = new Person("1", "nl.analyst");
    private static final Person APPROVER = new Person("2", "nl.approver");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final StateCode NL = new StateCode("NL");

    private static List<RequestStep> open(RequestLife life, Person person) {
        return Arrays.stream(RequestStep.values())
                .filter(step -> life.lets(step, person))
                .toList();
    }

    @Test
    void R350_the_steps_follow_from_where_it_stands() {
        RequestLife draft = new RequestLife(RequestStatus.DRAFT, Optional.of(WorkingCopy.NEW));
        assertEquals(List.of(RequestStep.EDIT, RequestStep.SUBMIT, RequestStep.DISCARD), open(draft, ANALYST));
        RequestLife waits = draft.submit(ANALYST, Instant.EPOCH).taken();
        assertEquals(List.of(RequestStep.EDIT, RequestStep.RETURN), open(waits, ANALYST));
        assertEquals(List.of(RequestStep.EDIT, RequestStep.APPROVE, RequestStep.RETURN), open(waits, APPROVER));
        RequestLife asked = waits.approve(APPROVER).taken();
        assertEquals(List.of(RequestStep.WITHDRAW), open(asked, ANALYST));
        assertEquals(List.of(), open(asked.withdraw().taken(), ANALYST));
    }

    private static RequestDraft due(String on, Integer days) {
        return new RequestDraft(
                "x", "x", List.of(new StateCode("DE")), null, on == null ? null : LocalDate.parse(on), days);
    }

    @Test
    void R350_its_last_day_is_after_today_and_at_most_a_year_ahead() {
        for (String good : List.of("2026-03-03", "2027-03-02")) {
            assertEquals(List.of(), due(good, null).wrong(NL, TODAY));
        }
        for (String bad : List.of("2026-03-02", "2027-03-03")) {
            assertEquals("/dueOn", due(bad, null).wrong(NL, TODAY).getFirst().pointer());
        }
        assertEquals("/dueOn", due("2026-03-03", 5).wrong(NL, TODAY).getFirst().pointer());
        assertEquals(List.of(), due(null, 5).wrong(NL, TODAY));
    }
}
