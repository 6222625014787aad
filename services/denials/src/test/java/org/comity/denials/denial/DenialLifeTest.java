package org.comity.denials.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.kernel.problem.ProblemType;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;
import org.junit.jupiter.api.Test;

class DenialLifeTest {

    private static final Person OFFICER = new Person("1", "nl.officer");
    private static final Person APPROVER = new Person("2", "nl.approver");
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private static final WorkingCopy.Draft DRAFT = new WorkingCopy.Draft(Optional.empty());
    private static final WorkingCopy.Submitted SUBMITTED = new WorkingCopy.Submitted(OFFICER, NOON);
    private static final DenialState UNPUBLISHED = new DenialState.Unpublished(DRAFT);
    private static final DenialState WAITING = new DenialState.Unpublished(SUBMITTED);
    private static final DenialState IN_FORCE = new DenialState.InForce(Optional.empty());
    private static final DenialState AMENDING = inForce(new Proposal.Amendment(DRAFT));
    private static final DenialState AMENDMENT_WAITING = inForce(new Proposal.Amendment(SUBMITTED));
    private static final DenialState RENEWAL_WAITING =
            inForce(new Proposal.Renewal(SUBMITTED, Optional.of("still so")));
    private static final DenialState REVOCATION_WAITING =
            inForce(new Proposal.Revocation(SUBMITTED, "annulled by a court"));
    private static final DenialState OVER = new DenialState.Over();

    private static DenialState inForce(Proposal proposal) {
        return new DenialState.InForce(Optional.of(proposal));
    }

    private static Step<DenialState> to(DenialState state) {
        return new Step.To<>(state);
    }

    private static Step<DenialState> refused(ProblemType why) {
        return new Step.Refused<>(why);
    }

    @Test
    void R10_a_draft_is_submitted_once() {
        assertEquals(to(WAITING), DenialLife.submit(UNPUBLISHED, OFFICER, NOON));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), DenialLife.submit(WAITING, OFFICER, NOON));
        assertEquals(refused(DenialProblem.NOTHING_TO_SUBMIT), DenialLife.submit(IN_FORCE, OFFICER, NOON));
        assertEquals(refused(DenialProblem.NOTHING_TO_SUBMIT), DenialLife.submit(OVER, OFFICER, NOON));
    }

    @Test
    void R11_another_person_than_the_one_who_submitted_approves() {
        assertEquals(to(IN_FORCE), DenialLife.approve(WAITING, APPROVER));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), DenialLife.approve(WAITING, OFFICER));
    }

    @Test
    void R11_a_person_is_the_same_by_id_whatever_the_name() {
        assertEquals(
                refused(FourEyesProblem.SAME_PERSON),
                DenialLife.approve(WAITING, new Person(OFFICER.id(), "other name")));
    }

    @Test
    void R11_what_was_not_submitted_is_not_approved() {
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), DenialLife.approve(UNPUBLISHED, APPROVER));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), DenialLife.approve(IN_FORCE, APPROVER));
    }

    @Test
    void R12_an_edit_after_submission_voids_it() {
        assertEquals(to(UNPUBLISHED), DenialLife.edit(WAITING));
        assertEquals(to(AMENDING), DenialLife.edit(AMENDMENT_WAITING));
    }

    @Test
    void R235_a_draft_that_never_went_out_is_thrown_away_and_what_waits_is_returned_first() {
        assertEquals(new Step.Gone<>(), DenialLife.discard(UNPUBLISHED));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), DenialLife.discard(WAITING));
        assertEquals(refused(DenialProblem.NOTHING_TO_DISCARD), DenialLife.discard(IN_FORCE));
        assertEquals(refused(DenialProblem.NOTHING_TO_DISCARD), DenialLife.discard(OVER));
    }

    @Test
    void R236_what_is_proposed_is_dropped_and_what_is_in_force_stays() {
        assertEquals(to(IN_FORCE), DenialLife.discard(AMENDING));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), DenialLife.discard(AMENDMENT_WAITING));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), DenialLife.discard(RENEWAL_WAITING));
        assertEquals(to(IN_FORCE), DenialLife.discard(inForce(new Proposal.Renewal(DRAFT, Optional.empty()))));
    }

    @Test
    void R12_what_is_in_force_is_edited_through_an_amendment_only() {
        assertEquals(refused(DenialProblem.NOT_EDITABLE), DenialLife.edit(IN_FORCE));
        assertEquals(to(AMENDING), DenialLife.edit(AMENDING));
        assertEquals(refused(DenialProblem.NOT_EDITABLE), DenialLife.edit(OVER));
    }

    @Test
    void R13_a_submission_goes_back_with_a_reason_and_a_draft_does_not() {
        assertEquals(
                to(new DenialState.Unpublished(new WorkingCopy.Draft(Optional.of("no end-user")))),
                DenialLife.sendBack(WAITING, "no end-user"));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), DenialLife.sendBack(UNPUBLISHED, "no end-user"));
    }

    @Test
    void R14_one_amendment_is_open_at_a_time_and_goes_through_four_eyes_too() {
        assertEquals(to(AMENDING), DenialLife.amend(IN_FORCE));
        assertEquals(refused(DenialProblem.AMENDMENT_OPEN), DenialLife.amend(AMENDING));
        assertEquals(refused(DenialProblem.NOT_NOTIFIED), DenialLife.amend(UNPUBLISHED));
        assertEquals(refused(DenialProblem.NOT_IN_FORCE), DenialLife.amend(OVER));
        assertEquals(to(AMENDMENT_WAITING), DenialLife.submit(AMENDING, OFFICER, NOON));
        assertEquals(to(IN_FORCE), DenialLife.approve(AMENDMENT_WAITING, APPROVER));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), DenialLife.approve(AMENDMENT_WAITING, OFFICER));
    }

    @Test
    void the_release_of_a_draft_is_changed_by_editing_it() {
        assertEquals(refused(DenialProblem.NOT_NOTIFIED), DenialLife.release(UNPUBLISHED));
        assertEquals(to(IN_FORCE), DenialLife.release(IN_FORCE));
        assertEquals(to(OVER), DenialLife.release(OVER));
    }

    @Test
    void R12_a_new_release_voids_the_submission_of_an_amendment() {
        assertEquals(to(AMENDING), DenialLife.release(AMENDING));
        assertEquals(to(AMENDING), DenialLife.release(AMENDMENT_WAITING));
    }

    @Test
    void R79_R84_what_is_in_force_may_be_renewed_or_revoked_and_nothing_else_may() {
        Proposal renewal = new Proposal.Renewal(SUBMITTED, Optional.of("still so"));
        assertEquals(to(RENEWAL_WAITING), DenialLife.propose(IN_FORCE, renewal));
        assertEquals(refused(DenialProblem.NOT_NOTIFIED), DenialLife.propose(UNPUBLISHED, renewal));
        assertEquals(refused(DenialProblem.NOT_NOTIFIED), DenialLife.propose(WAITING, renewal));
        assertEquals(refused(DenialProblem.NOT_IN_FORCE), DenialLife.propose(OVER, renewal));
    }

    @Test
    void R14_one_thing_is_proposed_at_a_time_and_no_content_is_lost() {
        Proposal revocation = new Proposal.Revocation(SUBMITTED, "annulled by a court");
        assertEquals(to(REVOCATION_WAITING), DenialLife.propose(RENEWAL_WAITING, revocation));
        assertEquals(to(AMENDING), DenialLife.amend(RENEWAL_WAITING));
        assertEquals(refused(DenialProblem.AMENDMENT_OPEN), DenialLife.propose(AMENDING, revocation));
    }

    @Test
    void R11_R79_R84_another_person_approves_a_renewal_and_a_revocation() {
        assertEquals(to(IN_FORCE), DenialLife.approve(RENEWAL_WAITING, APPROVER));
        assertEquals(to(OVER), DenialLife.approve(REVOCATION_WAITING, APPROVER));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), DenialLife.approve(RENEWAL_WAITING, OFFICER));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), DenialLife.approve(REVOCATION_WAITING, OFFICER));
    }

    @Test
    void R12_a_new_release_voids_the_submission_of_a_renewal_and_content_is_not_edited_through_it() {
        DenialState voided = inForce(new Proposal.Renewal(DRAFT, Optional.of("still so")));
        assertEquals(to(voided), DenialLife.release(RENEWAL_WAITING));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), DenialLife.approve(voided, APPROVER));
        assertEquals(to(RENEWAL_WAITING), DenialLife.submit(voided, OFFICER, NOON));
        assertEquals(refused(DenialProblem.NOT_EDITABLE), DenialLife.edit(RENEWAL_WAITING));
    }

    @Test
    void R12_a_new_release_voids_the_submission_of_a_revocation() {
        DenialState voided = inForce(new Proposal.Revocation(DRAFT, "annulled by a court"));
        assertEquals(to(voided), DenialLife.release(REVOCATION_WAITING));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), DenialLife.approve(voided, APPROVER));
        assertEquals(refused(DenialProblem.NOT_EDITABLE), DenialLife.edit(REVOCATION_WAITING));
    }

    @Test
    void R11_who_submits_an_amendment_last_does_not_approve_it() {
        DenialState edited = DenialLife.edit(AMENDMENT_WAITING).taken();
        DenialState again = DenialLife.submit(edited, APPROVER, NOON).taken();
        assertEquals(refused(FourEyesProblem.SAME_PERSON), DenialLife.approve(again, APPROVER));
        assertEquals(to(IN_FORCE), DenialLife.approve(again, OFFICER));
    }

    @Test
    void R13_a_renewal_is_sent_back_with_a_reason() {
        assertEquals(
                to(inForce(
                        new Proposal.Renewal(new WorkingCopy.Draft(Optional.of("say why")), Optional.of("still so")))),
                DenialLife.sendBack(RENEWAL_WAITING, "say why"));
    }

    @Test
    void R79_from_the_third_renewal_on_the_grounds_are_needed() {
        assertEquals(false, DenialLife.nextRenewalNeedsGrounds(1));
        assertEquals(true, DenialLife.nextRenewalNeedsGrounds(2));
        assertEquals(true, DenialLife.nextRenewalNeedsGrounds(3));
    }
}
