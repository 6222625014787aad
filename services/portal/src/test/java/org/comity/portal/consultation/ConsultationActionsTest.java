package org.comity.portal.consultation;

import static org.comity.portal.consultation.ConsultationExamples.APPROVER;
import static org.comity.portal.consultation.ConsultationExamples.CONTACT;
import static org.comity.portal.consultation.ConsultationExamples.ESTONIAN;
import static org.comity.portal.consultation.ConsultationExamples.OFFICER;
import static org.comity.portal.consultation.ConsultationExamples.notice;
import static org.comity.portal.consultation.ConsultationExamples.one;
import static org.comity.portal.consultation.ConsultationExamples.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationCodes.ThreadStatus;
import org.comity.portal.api.ConsultationCodes.Type;
import org.comity.portal.api.ConsultationMethods;
import org.comity.portal.session.Person;
import org.junit.jupiter.api.Test;

class ConsultationActionsTest {

    @Test
    void who_submitted_does_not_approve() {
        Consultation submitted = one(Role.SENT, Status.NATIONAL_APPROVAL, "officer", null, null, null);
        Consultation byApprover = one(Role.SENT, Status.NATIONAL_APPROVAL, "approver", null, null, null);

        assertTrue(of(submitted, APPROVER).approve());
        assertFalse(of(submitted, OFFICER).approve());
        assertFalse(of(byApprover, APPROVER).approve());
        assertTrue(of(byApprover, APPROVER).waitsForOther());
    }

    @Test
    void a_decision_waits_for_no_answer() {
        assertTrue(of(one(Role.SENT, Status.REQUESTED, null, null, null, null), OFFICER)
                .decide());
        assertTrue(of(one(Role.SENT, Status.DECISION_PENDING, null, null, null, null), OFFICER)
                .decide());
        assertFalse(of(one(Role.SENT, Status.DRAFT, null, null, null, null), OFFICER)
                .decide());
        assertFalse(of(one(Role.SENT, Status.DENIED, null, Outcome.DENIED, null, null), OFFICER)
                .decide());
    }

    @Test
    void a_notice_is_for_another_approver_than_who_decided() {
        Consultation outstanding = one(Role.SENT, Status.GRANTED, null, Outcome.GRANTED, notice(false), "approver");
        Consultation sent = one(Role.SENT, Status.GRANTED, null, Outcome.GRANTED, notice(true), "officer");

        assertFalse(of(outstanding, APPROVER).sendNotice());
        assertTrue(of(outstanding, APPROVER).noticeByOther());
        assertFalse(of(outstanding, APPROVER).close());
        assertTrue(of(one(Role.SENT, Status.GRANTED, null, Outcome.GRANTED, notice(false), "officer"), APPROVER)
                .sendNotice());
        assertTrue(of(one(Role.SENT, Status.GRANTED, null, Outcome.GRANTED, null, "officer"), APPROVER)
                .sendNotice());
        assertFalse(of(sent, APPROVER).sendNotice());
        assertTrue(of(sent, OFFICER).close());
    }

    @Test
    void a_grant_that_touches_essential_interests_is_notified_too_and_one_of_located_items_is_not() {
        Consultation interest = one(
                Type.ESSENTIAL_INTEREST, Role.SENT, Status.GRANTED, null, Outcome.GRANTED, notice(false), "officer");
        Consultation located = one(Type.LOCATION, Role.SENT, Status.GRANTED, null, Outcome.GRANTED, null, "officer");

        assertTrue(of(interest, APPROVER).sendNotice());
        assertFalse(of(interest, APPROVER).close());
        assertTrue(of(interest, OFFICER).noticeByOther());
        assertFalse(of(located, APPROVER).sendNotice());
        assertTrue(of(located, OFFICER).close());
    }

    @Test
    void R262_a_transit_that_is_allowed_is_notified_as_a_grant_is_and_then_closed() {
        Consultation outstanding =
                one(Role.SENT, Status.TRANSIT_ALLOWED, null, Outcome.TRANSIT_ALLOWED, notice(false), "officer");
        Consultation sent =
                one(Role.SENT, Status.TRANSIT_ALLOWED, null, Outcome.TRANSIT_ALLOWED, notice(true), "officer");

        assertTrue(of(outstanding, APPROVER).sendNotice());
        assertFalse(of(outstanding, APPROVER).close());
        assertTrue(of(outstanding, OFFICER).noticeByOther());
        assertFalse(of(sent, APPROVER).sendNotice());
        assertTrue(of(sent, APPROVER).close());
        for (Outcome other : List.of(Outcome.DENIED, Outcome.WITHDRAWN)) {
            Consultation none = one(Role.SENT, Status.valueOf(other.name()), null, other, null, "officer");
            assertFalse(of(none, APPROVER).sendNotice(), other.name());
            assertTrue(of(none, APPROVER).close(), other.name());
        }
        assertEquals(List.of(Status.GRANTED, Status.TRANSIT_ALLOWED), ConsultationMethods.OfStatus.letting());
    }

    @Test
    void nobody_but_the_requesting_desk_does_anything_with_the_whole() {
        assertFalse(of(one(Role.RECEIVED, Status.REQUESTED, null, null, null, null), ESTONIAN)
                .isAny());
        assertFalse(of(one(Role.SENT, Status.REQUESTED, null, null, null, null), CONTACT)
                .isAny());
        assertFalse(of(one(Role.SENT, Status.CLOSED, null, Outcome.DENIED, null, null), OFFICER)
                .isAny());
    }

    @Test
    void the_consulted_state_replies_once_and_late_where_it_was_silent() {
        assertTrue(in(thread(ThreadStatus.REQUESTED, null, false), ESTONIAN).reply());
        assertTrue(in(thread(ThreadStatus.NEED_MORE, null, false), ESTONIAN).ask());
        ThreadActions silent = in(thread(ThreadStatus.DEEMED_NOT_IDENTICAL, null, false), ESTONIAN);
        assertTrue(silent.reply());
        assertTrue(silent.late());
        assertFalse(silent.ask());
        assertFalse(in(thread(ThreadStatus.DEEMED_NOT_IDENTICAL, null, true), ESTONIAN)
                .isAny());
        assertFalse(
                in(thread(ThreadStatus.REPLIED_IDENTICAL, null, true), ESTONIAN).isAny());
        assertFalse(in(thread(ThreadStatus.ENDED, null, false), ESTONIAN).isAny());
    }

    @Test
    void the_requesting_state_gives_more_when_it_is_asked_to() {
        assertTrue(in(thread(ThreadStatus.NEED_MORE, null, false), OFFICER).answer());
        assertFalse(in(thread(ThreadStatus.REQUESTED, null, false), OFFICER).answer());
        assertFalse(in(thread(ThreadStatus.NEED_MORE, null, false), OFFICER).reply());
        assertFalse(in(thread(ThreadStatus.NEED_MORE, null, false), CONTACT).isAny());
    }

    @Test
    void an_extension_is_for_the_other_party_to_agree_to() {
        Consultation.ThreadView proposed = thread(ThreadStatus.REQUESTED, new Consultation.Proposal("EE", 5), false);

        assertTrue(in(proposed, OFFICER).word());
        assertFalse(in(proposed, ESTONIAN).word());
        assertFalse(in(proposed, ESTONIAN).extend());
        assertEquals(
                30, in(thread(ThreadStatus.REQUESTED, null, false), ESTONIAN).most());
        assertTrue(in(thread(ThreadStatus.REQUESTED, null, false), OFFICER).extend());
    }

    private static ConsultationActions of(Consultation one, Person reader) {
        return ConsultationActions.of(one, Optional.of(reader));
    }

    private static ThreadActions in(Consultation.ThreadView thread, Person reader) {
        Role role = reader.isOf("EE") ? Role.RECEIVED : Role.SENT;
        return ThreadActions.of(one(role, Status.REQUESTED, null, null, null, null), thread, Optional.of(reader));
    }
}
