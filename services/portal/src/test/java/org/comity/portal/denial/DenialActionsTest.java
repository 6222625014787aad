package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.comity.portal.api.Codes.DenialStatus;
import org.comity.portal.api.Denial;
import org.comity.portal.session.Person;
import org.junit.jupiter.api.Test;

class DenialActionsTest {

    private static final Person OFFICER = person("officer", "NL", "licensing-officer");
    private static final Person APPROVER = person("approver", "NL", "licensing-approver");
    private static final Person GERMAN = person("german", "DE", "licensing-approver");
    private static final Person ANALYST = person("analyst", "NL", "analyst");

    @Test
    void a_draft_is_drafted_by_its_state_alone() {
        Denial draft = DenialExamples.denial(DenialStatus.DRAFT, null, null);

        assertTrue(of(draft, OFFICER).draft());
        assertTrue(of(draft, APPROVER).draft());
        assertFalse(of(draft, GERMAN).isAny());
        assertFalse(of(draft, ANALYST).isAny());
    }

    @Test
    void R245_what_is_being_written_can_be_thrown_away_and_what_waits_cannot() {
        assertTrue(of(DenialExamples.denial(DenialStatus.DRAFT, null, null), OFFICER)
                .discard());
        assertFalse(of(DenialExamples.denial(DenialStatus.DRAFT, null, null), GERMAN)
                .discard());
        assertFalse(of(DenialExamples.denial(DenialStatus.NATIONAL_APPROVAL, "officer", null), OFFICER)
                .discard());
        assertFalse(of(DenialExamples.denial(DenialStatus.NOTIFIED, null, null), OFFICER)
                .discard());
        assertTrue(of(DenialExamples.proposed("officer", Denial.Draft.DRAFT), OFFICER)
                .discard());
        assertFalse(of(DenialExamples.proposed("officer", Denial.Draft.NATIONAL_APPROVAL), OFFICER)
                .discard());
    }

    @Test
    void an_approver_approves_what_another_person_submitted() {
        Denial submitted = DenialExamples.denial(DenialStatus.NATIONAL_APPROVAL, "officer", null);

        assertTrue(of(submitted, APPROVER).approve());
        assertFalse(of(submitted, OFFICER).approve());
        assertFalse(of(submitted, GERMAN).approve());
    }

    @Test
    void nobody_approves_what_they_submitted_themselves() {
        Denial submitted = DenialExamples.denial(DenialStatus.NATIONAL_APPROVAL, "approver", null);

        assertFalse(of(submitted, APPROVER).approve());
        assertTrue(of(submitted, APPROVER).waitsForOther());
    }

    @Test
    void what_stands_can_be_amended_unless_that_is_under_way() {
        Denial stands = DenialExamples.denial(DenialStatus.NOTIFIED, null, null);
        Denial underWay = DenialExamples.denial(
                DenialStatus.NOTIFIED, null, new Denial.Amendment(Denial.Draft.DRAFT, stands.content()));

        assertTrue(of(stands, OFFICER).amend());
        assertFalse(of(underWay, OFFICER).amend());
        assertTrue(of(underWay, OFFICER).draft());
        assertFalse(of(stands, GERMAN).amend());
    }

    @Test
    void an_amendment_that_waits_is_approved_like_a_denial() {
        Denial stands = DenialExamples.denial(DenialStatus.NOTIFIED, "officer", null);
        Denial waits = DenialExamples.denial(
                DenialStatus.NOTIFIED,
                "officer",
                new Denial.Amendment(Denial.Draft.NATIONAL_APPROVAL, stands.content()));

        assertTrue(of(waits, APPROVER).approve());
        assertFalse(of(stands, APPROVER).approve());
    }

    @Test
    void what_is_proposed_is_decided_by_another_approver_and_no_amendment_takes_its_place_unasked() {
        Denial proposed = DenialExamples.proposed("officer", Denial.Draft.NATIONAL_APPROVAL);

        assertTrue(of(proposed, APPROVER).decide());
        assertTrue(of(proposed, APPROVER).giveBack());
        assertFalse(of(proposed, APPROVER).approve());
        assertFalse(of(proposed, OFFICER).decide());
        assertFalse(of(proposed, OFFICER).amend());
        assertTrue(of(proposed, OFFICER).propose());
        assertFalse(of(proposed, GERMAN).isAny());
        assertFalse(of(DenialExamples.proposed("approver", Denial.Draft.NATIONAL_APPROVAL), APPROVER)
                .decide());
        Denial sentBack = DenialExamples.proposed("officer", Denial.Draft.DRAFT);
        assertFalse(of(sentBack, APPROVER).decide());
        assertTrue(of(sentBack, OFFICER).amend());
    }

    @Test
    void what_has_ended_can_still_be_taken_back_from_its_readers_and_nothing_else() {
        for (DenialStatus over : new DenialStatus[] {DenialStatus.REVOKED, DenialStatus.EXPIRED}) {
            DenialActions offered = of(DenialExamples.denial(over, null, null), OFFICER);

            assertTrue(offered.release());
            assertFalse(offered.amend() || offered.propose() || offered.draft() || offered.approve());
            assertFalse(of(DenialExamples.denial(over, null, null), GERMAN).isAny());
        }
        assertFalse(of(DenialExamples.denial(DenialStatus.DRAFT, null, null), OFFICER)
                .release());
    }

    private static DenialActions of(Denial one, Person reader) {
        return DenialActions.of(one, Optional.of(reader));
    }

    private static Person person(String id, String state, String role) {
        return new Person(id, id, Optional.of(state), Set.of(role), true);
    }
}
