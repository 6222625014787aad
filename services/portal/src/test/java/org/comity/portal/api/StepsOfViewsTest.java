package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.comity.portal.api.Codes.DenialStatus;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationCodes.Type;
import org.junit.jupiter.api.Test;

/** What the pages offer of the steps that a view lists. Which steps it lists, the tests of the services say. */
class StepsOfViewsTest {

    @Test
    void R315_what_the_view_does_not_list_is_not_offered() {
        Denial draft = DenialExamples.denial(DenialStatus.DRAFT, "edit", "submit", "discard");

        assertTrue(draft.offers("edit"));
        assertFalse(draft.offers("approve"));
        assertFalse(DenialExamples.denial(DenialStatus.DRAFT).offers("edit"));
    }

    @Test
    void who_could_send_back_and_may_not_approve_submitted_it() {
        DenialStatus waits = DenialStatus.NATIONAL_APPROVAL;

        assertTrue(DenialExamples.denial(waits, "edit", "return").isForAnotherApprover());
        assertFalse(DenialExamples.denial(waits, "edit", "approve", "return").isForAnotherApprover());
        assertFalse(DenialExamples.denial(waits, "edit").isForAnotherApprover(), "an officer approves nothing");
        assertFalse(DenialExamples.denial(waits).isForAnotherApprover());
    }

    @Test
    void an_edit_of_what_cannot_be_submitted_takes_it_back_from_its_approver() {
        assertTrue(DenialExamples.denial(DenialStatus.NATIONAL_APPROVAL, "edit").isSubmitted());
        assertFalse(DenialExamples.denial(DenialStatus.DRAFT, "edit", "submit").isSubmitted());
        assertFalse(DenialExamples.denial(DenialStatus.NOTIFIED, "amend").isSubmitted());
    }

    @Test
    void R193_what_is_proposed_is_decided_and_no_amendment_takes_its_place_unasked() {
        Denial proposed = DenialExamples.proposed(
                Denial.Draft.NATIONAL_APPROVAL, "approve", "return", "release", "amend", "renew", "revoke");
        Denial sentBack = DenialExamples.proposed(Denial.Draft.DRAFT, "submit", "amend", "discard");

        assertTrue(proposed.offersDecision());
        assertFalse(proposed.offersApproval());
        assertFalse(proposed.offersAmendment());
        assertFalse(sentBack.offersDecision());
        assertTrue(sentBack.offersAmendment());
    }

    @Test
    void an_amendment_that_waits_is_approved_like_a_denial() {
        Denial waits = DenialExamples.amended(Denial.Draft.NATIONAL_APPROVAL, "edit", "approve", "return");
        Denial draft = DenialExamples.amended(Denial.Draft.DRAFT, "edit", "submit", "discard");

        assertTrue(waits.offersApproval());
        assertTrue(waits.draftWaits());
        assertFalse(draft.offersApproval());
        assertFalse(draft.draftWaits());
    }

    @Test
    void R262_each_kind_of_consultation_has_the_notice_of_its_kind_and_one_of_located_items_has_none() {
        Consultation undercut = ConsultationExamples.one(
                Type.NO_UNDERCUT, Status.GRANTED, ConsultationExamples.notice(false), "undercut-notice");
        Consultation interest = ConsultationExamples.one(
                Type.ESSENTIAL_INTEREST,
                Status.TRANSIT_ALLOWED,
                ConsultationExamples.notice(false),
                "essential-interest-notice");
        Consultation located = ConsultationExamples.one(Type.LOCATION, Status.GRANTED, null, "close");

        for (Consultation outstanding : List.of(undercut, interest)) {
            assertTrue(outstanding.offersNotice());
            assertTrue(outstanding.isNoticeOutstanding());
        }
        assertFalse(located.offersNotice());
        assertFalse(located.isNoticeOutstanding());
        assertFalse(
                ConsultationExamples.one(Type.NO_UNDERCUT, Status.GRANTED, ConsultationExamples.notice(true), "close")
                        .isNoticeOutstanding());
        assertEquals(List.of(Status.GRANTED, Status.TRANSIT_ALLOWED), ConsultationMethods.OfStatus.letting());
    }
}
