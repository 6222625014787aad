package org.comity.sharing.foureyes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.ProblemException;
import org.comity.kernel.problem.ProblemType;
import org.junit.jupiter.api.Test;

class WorkingCopyTest {

    private static final Person OFFICER = new Person("1", "nl.officer");
    private static final Person APPROVER = new Person("2", "nl.approver");
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final WorkingCopy SUBMITTED = new WorkingCopy.Submitted(OFFICER, NOON);
    private static final WorkingCopy RETURNED = new WorkingCopy.Draft(Optional.of("why?"));

    private static <S> Step<S> to(S next) {
        return new Step.To<>(next);
    }

    private static <S> Step<S> refused(ProblemType why) {
        return new Step.Refused<>(why);
    }

    @Test
    void R10_a_draft_is_submitted_once_and_an_edit_voids_it() {
        assertEquals(to(SUBMITTED), FourEyes.submit(RETURNED, OFFICER, NOON));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), FourEyes.submit(SUBMITTED, OFFICER, NOON));
        assertEquals(WorkingCopy.NEW, FourEyes.edited(SUBMITTED));
        assertEquals(RETURNED, FourEyes.edited(RETURNED));
    }

    @Test
    void R11_another_person_approves_by_id_whatever_the_name() {
        assertEquals(to("out"), FourEyes.approve(SUBMITTED, APPROVER, "out"));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), FourEyes.approve(SUBMITTED, OFFICER, "out"));
        assertEquals(
                refused(FourEyesProblem.SAME_PERSON),
                FourEyes.approve(SUBMITTED, new Person(OFFICER.id(), "another name"), "out"));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), FourEyes.approve(RETURNED, APPROVER, "out"));
    }

    @Test
    void R11_a_submission_is_sent_back_with_its_reason_and_nothing_else_is() {
        assertEquals(to(RETURNED), FourEyes.sendBack(SUBMITTED, "why?"));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), FourEyes.sendBack(RETURNED, "why?"));
    }

    @Test
    void R235_a_draft_is_thrown_away_and_what_waits_is_not() {
        assertEquals(new Step.Gone<String>(), FourEyes.discard(RETURNED, new Step.Gone<String>()));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), FourEyes.discard(SUBMITTED, new Step.Gone<String>()));
    }

    /** A life of two steps, of which one is never open. */
    private enum Steps implements LifeStep {
        SAY_SO(TakenBy.DESK),
        NEVER(TakenBy.DESK),
        APPROVE(TakenBy.APPROVER);

        private final TakenBy takenBy;

        Steps(TakenBy takenBy) {
            this.takenBy = takenBy;
        }

        @Override
        public TakenBy takenBy() {
            return takenBy;
        }
    }

    private static Caller caller(Role... roles) {
        return new Caller(OFFICER, Optional.of(new StateCode("NL")), Set.of(roles), Optional.empty(), "");
    }

    private static List<String> open(Role... roles) {
        return LifeStep.open(Steps.class, caller(roles), step -> step != Steps.NEVER);
    }

    @Test
    void R315_a_step_is_listed_in_its_order_for_whom_role_and_life_let_take_it() {
        assertEquals(List.of("say-so", "approve"), open(Role.LICENSING_APPROVER));
        assertEquals(List.of("say-so"), open(Role.LICENSING_OFFICER));
        assertEquals(List.of("say-so"), open(Role.SYSTEM, Role.LICENSING_APPROVER));
        assertEquals(List.of(), open(Role.ANALYST));
    }

    @Test
    void R315_who_is_not_let_take_a_step_is_refused_it() {
        TakenBy.APPROVER.require(caller(Role.LICENSING_APPROVER));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> TakenBy.APPROVER.require(caller(Role.LICENSING_OFFICER)));
        assertEquals(403, refusal.type().status());
    }
}
