package org.comity.denials.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.denials.consultation.ConsultationState.Closed;
import org.comity.denials.consultation.ConsultationState.Decided;
import org.comity.denials.consultation.ConsultationState.Drafted;
import org.comity.denials.consultation.ConsultationState.Notice;
import org.comity.denials.consultation.ConsultationState.Requested;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.kernel.caller.Person;
import org.comity.kernel.problem.ProblemType;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationLifeTest {

    private static final Person OFFICER = new Person("1", "nl.officer");
    private static final Person APPROVER = new Person("2", "nl.approver");
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final Drafted DRAFT = new Drafted(WorkingCopy.NEW);
    private static final Drafted SUBMITTED = new Drafted(new WorkingCopy.Submitted(OFFICER, NOON));
    private static final Requested REQUESTED = new Requested();
    private static final Closed CLOSED = new Closed();

    private static Decided granted(Notice notice) {
        return new Decided(Outcome.GRANTED, Optional.of(OFFICER), notice);
    }

    private static Step<ConsultationState> to(ConsultationState state) {
        return new Step.To<>(state);
    }

    private static Step<ConsultationState> refused(ProblemType why) {
        return new Step.Refused<>(why);
    }

    @Test
    void R120_another_person_than_the_one_who_submitted_approves_by_id_whatever_the_name() {
        assertEquals(to(REQUESTED), ConsultationLife.approve(SUBMITTED, APPROVER));
        assertEquals(refused(FourEyesProblem.SAME_PERSON), ConsultationLife.approve(SUBMITTED, OFFICER));
        assertEquals(
                refused(FourEyesProblem.SAME_PERSON),
                ConsultationLife.approve(SUBMITTED, new Person(OFFICER.id(), "another name")));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), ConsultationLife.approve(DRAFT, APPROVER));
        assertEquals(refused(ConsultationProblem.ALREADY_REQUESTED), ConsultationLife.approve(REQUESTED, APPROVER));
    }

    @Test
    void R235_a_draft_is_thrown_away_and_nothing_else_is() {
        assertEquals(new Step.Gone<>(), ConsultationLife.discard(DRAFT));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), ConsultationLife.discard(SUBMITTED));
        assertEquals(refused(ConsultationProblem.ALREADY_REQUESTED), ConsultationLife.discard(REQUESTED));
        assertEquals(refused(ConsultationProblem.ALREADY_REQUESTED), ConsultationLife.discard(granted(Notice.SENT)));
        assertEquals(refused(ConsultationProblem.CONSULTATION_CLOSED), ConsultationLife.discard(CLOSED));
    }

    @Test
    void R121_an_edit_voids_a_submission_and_what_was_requested_is_not_edited() {
        assertEquals(to(DRAFT), ConsultationLife.edit(SUBMITTED));
        assertEquals(to(DRAFT), ConsultationLife.edit(DRAFT));
        assertEquals(refused(ConsultationProblem.ALREADY_REQUESTED), ConsultationLife.edit(REQUESTED));
        assertEquals(refused(ConsultationProblem.ALREADY_REQUESTED), ConsultationLife.edit(granted(Notice.SENT)));
        assertEquals(refused(ConsultationProblem.CONSULTATION_CLOSED), ConsultationLife.edit(CLOSED));
    }

    @Test
    void R121_a_draft_is_submitted_once_and_sent_back_with_a_reason() {
        assertEquals(to(SUBMITTED), ConsultationLife.submit(DRAFT, OFFICER, NOON));
        assertEquals(refused(FourEyesProblem.ALREADY_SUBMITTED), ConsultationLife.submit(SUBMITTED, OFFICER, NOON));
        assertEquals(
                to(new Drafted(new WorkingCopy.Draft(Optional.of("why?")))),
                ConsultationLife.sendBack(SUBMITTED, "why?"));
        assertEquals(refused(FourEyesProblem.NOT_SUBMITTED), ConsultationLife.sendBack(REQUESTED, "why?"));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void R122_what_was_requested_is_decided_once(Outcome outcome) {
        Decided decided = new Decided(outcome, Optional.of(OFFICER), Notice.NOT_REQUIRED);
        assertEquals(to(decided), ConsultationLife.decide(REQUESTED, outcome, OFFICER, false));
        assertEquals(
                refused(ConsultationProblem.ALREADY_DECIDED),
                ConsultationLife.decide(decided, outcome, OFFICER, false));
        for (ConsultationState before : List.of(DRAFT, SUBMITTED)) {
            assertEquals(
                    refused(ConsultationProblem.NOT_REQUESTED),
                    ConsultationLife.decide(before, outcome, OFFICER, false));
        }
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void R124_a_grant_against_an_answer_or_a_denial_asks_for_an_undercut_notice_and_nothing_else_does(Outcome outcome) {
        Notice expected = outcome == Outcome.GRANTED || outcome == Outcome.TRANSIT_ALLOWED
                ? Notice.OUTSTANDING
                : Notice.NOT_REQUIRED;
        assertEquals(
                to(new Decided(outcome, Optional.of(OFFICER), expected)),
                ConsultationLife.decide(REQUESTED, outcome, OFFICER, true));
    }

    @Test
    void R126_another_person_than_the_one_who_decided_sends_the_notice_once() {
        ConsultationType type = ConsultationType.NO_UNDERCUT;
        assertEquals(
                to(granted(Notice.SENT)),
                ConsultationLife.notify(granted(Notice.OUTSTANDING), type, NoticeType.UNDERCUT, APPROVER));
        assertEquals(
                to(granted(Notice.SENT)),
                ConsultationLife.notify(granted(Notice.NOT_REQUIRED), type, NoticeType.UNDERCUT, APPROVER),
                "it may be sent where nothing asks for it");
        assertEquals(
                refused(FourEyesProblem.SAME_PERSON),
                ConsultationLife.notify(granted(Notice.OUTSTANDING), type, NoticeType.UNDERCUT, OFFICER));
        assertEquals(
                refused(ConsultationProblem.NOTICE_SENT),
                ConsultationLife.notify(granted(Notice.SENT), type, NoticeType.UNDERCUT, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOT_DECIDED),
                ConsultationLife.notify(REQUESTED, type, NoticeType.UNDERCUT, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOTHING_UNDERCUT),
                ConsultationLife.notify(
                        granted(Notice.NOT_REQUIRED), ConsultationType.LOCATION, NoticeType.UNDERCUT, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOTHING_UNDERCUT),
                ConsultationLife.notify(
                        new Decided(Outcome.DENIED, Optional.of(OFFICER), Notice.NOT_REQUIRED),
                        type,
                        NoticeType.UNDERCUT,
                        APPROVER));
    }

    @Test
    void R142_a_notice_about_an_essential_interest_takes_the_same_steps_and_is_none_of_an_undercut() {
        ConsultationType type = ConsultationType.ESSENTIAL_INTEREST;
        NoticeType wanted = NoticeType.ESSENTIAL_INTEREST;
        assertEquals(
                to(granted(Notice.SENT)), ConsultationLife.notify(granted(Notice.OUTSTANDING), type, wanted, APPROVER));
        assertEquals(
                refused(FourEyesProblem.SAME_PERSON),
                ConsultationLife.notify(granted(Notice.OUTSTANDING), type, wanted, OFFICER));
        assertEquals(
                refused(ConsultationProblem.NOTICE_SENT),
                ConsultationLife.notify(granted(Notice.SENT), type, wanted, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOT_DECIDED), ConsultationLife.notify(REQUESTED, type, wanted, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOTHING_TO_NOTIFY),
                ConsultationLife.notify(
                        new Decided(Outcome.DENIED, Optional.of(OFFICER), Notice.NOT_REQUIRED),
                        type,
                        wanted,
                        APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOTHING_UNDERCUT),
                ConsultationLife.notify(granted(Notice.OUTSTANDING), type, NoticeType.UNDERCUT, APPROVER));
        assertEquals(
                refused(ConsultationProblem.NOTHING_TO_NOTIFY),
                ConsultationLife.notify(granted(Notice.OUTSTANDING), ConsultationType.NO_UNDERCUT, wanted, APPROVER));
    }

    @Test
    void R127_a_decided_consultation_is_closed_once_its_notice_is_sent() {
        assertEquals(to(CLOSED), ConsultationLife.close(granted(Notice.SENT)));
        assertEquals(to(CLOSED), ConsultationLife.close(granted(Notice.NOT_REQUIRED)));
        assertEquals(
                refused(ConsultationProblem.NOTICE_OUTSTANDING), ConsultationLife.close(granted(Notice.OUTSTANDING)));
        assertEquals(refused(ConsultationProblem.NOT_DECIDED), ConsultationLife.close(REQUESTED));
        assertEquals(refused(ConsultationProblem.CONSULTATION_CLOSED), ConsultationLife.close(CLOSED));
    }
}
