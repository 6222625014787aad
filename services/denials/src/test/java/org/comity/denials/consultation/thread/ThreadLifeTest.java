package org.comity.denials.consultation.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.comity.denials.consultation.thread.ThreadState.Deemed;
import org.comity.denials.consultation.thread.ThreadState.Ended;
import org.comity.denials.consultation.thread.ThreadState.LateReply;
import org.comity.denials.consultation.thread.ThreadState.Open;
import org.comity.denials.consultation.thread.ThreadState.Proposal;
import org.comity.denials.consultation.thread.ThreadState.Replied;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadLifeTest {

    private static final StateCode NL = new StateCode("NL");
    private static final StateCode EE = new StateCode("EE");
    private static final Instant DUE = Instant.parse("2026-06-15T20:59:59.999999Z");
    private static final Instant LATE = DUE.plus(1, ChronoUnit.MICROS);
    private static final Open OPEN = new Open(DUE, false, 0, Optional.empty());
    private static final Open ASKED = new Open(DUE, true, 0, Optional.empty());
    private static final Replied REPLIED = new Replied(Answer.IDENTICAL, DUE);
    private static final Deemed SILENT = new Deemed(Answer.NOT_IDENTICAL, DUE, Optional.empty());
    private static final Ended ENDED = new Ended(DUE);
    private static final ConsultationType TYPE = ConsultationType.NO_UNDERCUT;

    private static Step<ThreadState> to(ThreadState state) {
        return new Step.To<>(state);
    }

    private static Step<ThreadState> refused(ThreadProblem why) {
        return new Step.Refused<>(why);
    }

    private static Talk talk(
            ConsultationType type, StateCode by, int most, Function<Proposal, Instant> to, Instant now) {
        return new Talk(type, by, List.of(), most, to, now);
    }

    private static Talk talk(ConsultationType type, StateCode by, Instant now) {
        return talk(type, by, 30, proposal -> DUE, now);
    }

    private static Step<ThreadState> reply(ThreadState state, ConsultationType type, Answer answer, Instant now) {
        return ThreadStep.REPLY.from(state, talk(type, EE, now), new ThreadWord(answer, null, null));
    }

    private static Step<ThreadState> ask(ThreadState state, ConsultationType type, Instant now) {
        return ThreadStep.ASK.from(state, talk(type, EE, now), ThreadWord.of("Which bands?"));
    }

    private static Step<ThreadState> answer(ThreadState state, ConsultationType type, Instant now) {
        return ThreadStep.ANSWER.from(state, talk(type, NL, now), ThreadWord.of("All."));
    }

    private static Step<ThreadState> propose(
            ThreadState state, ConsultationType type, StateCode by, int days, int most, Instant now) {
        return ThreadStep.PROPOSE.from(
                state, talk(type, by, most, proposal -> DUE, now), new ThreadWord(null, days, null));
    }

    private static Step<ThreadState> agree(
            ThreadState state, ConsultationType type, StateCode by, Function<Proposal, Instant> to, Instant now) {
        return ThreadStep.AGREE.from(state, talk(type, by, 30, to, now), ThreadWord.of(null));
    }

    private static Step<ThreadState> decline(ThreadState state, ConsultationType type, StateCode by, Instant now) {
        return ThreadStep.DECLINE.from(state, talk(type, by, now), ThreadWord.of(null));
    }

    @Test
    void R110_a_reply_is_in_time_up_to_the_last_instant_of_the_deadline() {
        assertEquals(to(new Replied(Answer.IDENTICAL, DUE)), reply(OPEN, TYPE, Answer.IDENTICAL, DUE));
        assertEquals(
                to(new Deemed(Answer.NOT_IDENTICAL, DUE, Optional.of(new LateReply(Answer.IDENTICAL, LATE)))),
                reply(OPEN, TYPE, Answer.IDENTICAL, LATE));
    }

    @Test
    void R111_a_state_replies_once() {
        assertEquals(refused(ThreadProblem.ALREADY_REPLIED), reply(REPLIED, TYPE, Answer.NOT_IDENTICAL, DUE));
        assertEquals(refused(ThreadProblem.THREAD_ENDED), reply(ENDED, TYPE, Answer.IDENTICAL, DUE));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_UNDERCUT, NOT_IDENTICAL",
        "LOCATION, NO_OBJECTION",
        "ESSENTIAL_INTEREST, NO_OBJECTION",
    })
    void R112_silence_is_an_answer_the_moment_after_the_deadline_and_means_what_the_type_says(
            ConsultationType type, Answer meaning) {
        assertEquals(OPEN, ThreadLife.asOf(OPEN, type, DUE));
        assertEquals(new Deemed(meaning, DUE, Optional.empty()), ThreadLife.asOf(OPEN, type, LATE));
        assertEquals(new Deemed(meaning, DUE, Optional.empty()), ThreadLife.asOf(ASKED, type, LATE));
    }

    @Test
    void R112_what_has_been_answered_or_ended_is_not_deemed() {
        for (ThreadState state : List.of(REPLIED, SILENT, ENDED)) {
            assertEquals(state, ThreadLife.asOf(state, TYPE, LATE));
        }
    }

    @Test
    void R113_a_late_reply_is_kept_once_and_undoes_nothing() {
        Deemed late = new Deemed(Answer.NOT_IDENTICAL, DUE, Optional.of(new LateReply(Answer.IDENTICAL, LATE)));
        assertEquals(to(late), reply(SILENT, TYPE, Answer.IDENTICAL, LATE));
        assertEquals(refused(ThreadProblem.ALREADY_REPLIED), reply(late, TYPE, Answer.NOT_IDENTICAL, LATE));
        assertEquals(Optional.of(Answer.IDENTICAL), late.said());
    }

    @Test
    void R114_a_question_leaves_the_clock_running_and_is_answered_by_the_other_party() {
        assertEquals(to(ASKED), ask(OPEN, TYPE, DUE));
        assertEquals(to(ASKED), ask(ASKED, TYPE, DUE));
        assertEquals(to(OPEN), answer(ASKED, TYPE, DUE));
        assertEquals(refused(ThreadProblem.NOTHING_ASKED), answer(OPEN, TYPE, DUE));
        assertEquals(refused(ThreadProblem.DEADLINE_PASSED), ask(OPEN, TYPE, LATE));
        assertEquals(refused(ThreadProblem.DEADLINE_PASSED), answer(ASKED, TYPE, LATE));
        assertEquals(to(REPLIED), reply(ASKED, TYPE, Answer.IDENTICAL, DUE));
    }

    private static Step<ThreadState> acknowledge(ThreadState state, Instant now, ThreadStep... said) {
        List<String> before = Arrays.stream(said).map(ThreadStep::said).toList();
        return ThreadStep.ACKNOWLEDGE.from(
                state, new Talk(TYPE, EE, before, 30, proposal -> DUE, now), ThreadWord.of(null));
    }

    @Test
    void R336_a_question_is_acknowledged_once_while_it_is_open_and_nothing_moves() {
        Open proposed = new Open(DUE, false, 5, Optional.of(new Proposal(NL, 10)));
        assertEquals(to(OPEN), acknowledge(OPEN, DUE));
        assertEquals(to(proposed), acknowledge(proposed, DUE, ThreadStep.PROPOSE));
        assertEquals(refused(ThreadProblem.ALREADY_ACKNOWLEDGED), acknowledge(OPEN, DUE, ThreadStep.ACKNOWLEDGE));
        assertEquals(
                refused(ThreadProblem.ALREADY_ACKNOWLEDGED),
                acknowledge(OPEN, DUE, ThreadStep.ASK, ThreadStep.ANSWER),
                "a state that asked about the question has it");
        assertEquals(refused(ThreadProblem.DEADLINE_PASSED), acknowledge(OPEN, LATE));
        assertEquals(refused(ThreadProblem.ALREADY_REPLIED), acknowledge(REPLIED, DUE));
        assertEquals(refused(ThreadProblem.THREAD_ENDED), acknowledge(ENDED, DUE));
    }

    @Test
    void R115_the_bound_on_extensions_is_read_as_what_is_added_or_as_the_whole() {
        assertEquals(30, ExtensionReading.ADDED.most(10, 30));
        assertEquals(20, ExtensionReading.TOTAL.most(10, 30));
        assertEquals(0, ExtensionReading.TOTAL.most(10, 5));
    }

    @Test
    void R115_an_extension_is_as_long_as_the_procedure_gives_and_no_longer_counting_earlier_ones() {
        Open extended = new Open(DUE, false, 20, Optional.empty());
        assertEquals(
                to(new Open(DUE, false, 0, Optional.of(new Proposal(EE, 30)))), propose(OPEN, TYPE, EE, 30, 30, DUE));
        assertEquals(refused(ThreadProblem.EXTENSION_TOO_LONG), propose(OPEN, TYPE, EE, 31, 30, DUE));
        assertEquals(
                to(new Open(DUE, false, 20, Optional.of(new Proposal(EE, 10)))),
                propose(extended, TYPE, EE, 10, 30, DUE));
        assertEquals(refused(ThreadProblem.EXTENSION_TOO_LONG), propose(extended, TYPE, EE, 11, 30, DUE));
    }

    @Test
    void R116_an_extension_takes_both_parties() {
        Open proposed = new Open(DUE, true, 5, Optional.of(new Proposal(EE, 10)));
        Instant later = DUE.plus(Duration.ofDays(14));
        assertEquals(
                to(new Open(later, true, 15, Optional.empty())), agree(proposed, TYPE, NL, proposal -> later, DUE));
        assertEquals(refused(ThreadProblem.NO_EXTENSION_PROPOSED), agree(proposed, TYPE, EE, proposal -> later, DUE));
        assertEquals(refused(ThreadProblem.NO_EXTENSION_PROPOSED), agree(OPEN, TYPE, NL, proposal -> later, DUE));
        assertEquals(to(new Open(DUE, true, 5, Optional.empty())), decline(proposed, TYPE, NL, DUE));
        assertEquals(refused(ThreadProblem.NO_EXTENSION_PROPOSED), decline(proposed, TYPE, EE, DUE));
        assertEquals(
                to(new Open(DUE, true, 5, Optional.of(new Proposal(NL, 3)))),
                propose(proposed, TYPE, NL, 3, 30, DUE),
                "a counter-proposal takes the place of the proposal");
    }

    @Test
    void R116_what_is_over_is_not_extended() {
        Open proposed = new Open(DUE, false, 0, Optional.of(new Proposal(EE, 10)));
        assertEquals(refused(ThreadProblem.DEADLINE_PASSED), agree(proposed, TYPE, NL, proposal -> LATE, LATE));
        assertEquals(refused(ThreadProblem.ALREADY_REPLIED), propose(REPLIED, TYPE, NL, 1, 30, DUE));
        assertEquals(refused(ThreadProblem.THREAD_ENDED), propose(ENDED, TYPE, NL, 1, 30, DUE));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_UNDERCUT, IDENTICAL, NOT_IDENTICAL",
        "LOCATION, OBJECTION, NO_OBJECTION",
        "ESSENTIAL_INTEREST, OBJECTION, NO_OBJECTION",
    })
    void R117_each_type_has_answers_of_its_own(ConsultationType type, Answer one, Answer other) {
        for (Answer answer : Answer.values()) {
            Step<ThreadState> expected = answer == one || answer == other
                    ? to(new Replied(answer, DUE))
                    : refused(ThreadProblem.ANSWER_OF_ANOTHER_TYPE);
            assertEquals(expected, reply(OPEN, type, answer, DUE));
        }
    }

    @Test
    void what_is_still_open_ends_and_what_was_answered_stands() {
        assertEquals(new Ended(DUE), ThreadLife.end(ASKED, TYPE, DUE));
        assertEquals(SILENT, ThreadLife.end(OPEN, TYPE, LATE));
        for (ThreadState state : List.of(REPLIED, SILENT, ENDED)) {
            assertEquals(state, ThreadLife.end(state, TYPE, LATE));
        }
    }

    /** Whatever is tried in whatever order: what is over stays over, and nobody's answer changes. */
    @Test
    void random_walks_never_undo_an_answer() {
        Random random = new Random(4L);
        for (int walk = 0; walk < 5_000; walk++) {
            ConsultationType type = ConsultationType.values()[random.nextInt(3)];
            ThreadState state = OPEN;
            Instant now = DUE.minus(Duration.ofDays(10));
            List<String> path = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(20)));
                ThreadState before = ThreadLife.asOf(state, type, now);
                Instant at = now;
                int step = random.nextInt(7);
                StateCode by = random.nextBoolean() ? NL : EE;
                Step<ThreadState> taken =
                        switch (step) {
                            case 0 -> reply(state, type, Answer.values()[random.nextInt(4)], now);
                            case 1 -> ask(state, type, now);
                            case 2 -> answer(state, type, now);
                            case 3 -> propose(state, type, by, 1 + random.nextInt(31), 30, now);
                            case 4 -> agree(state, type, by, p -> at.plus(Duration.ofDays(p.workingDays())), now);
                            case 5 -> decline(state, type, by, now);
                            default ->
                                random.nextInt(10) == 0
                                        ? to(ThreadLife.end(state, type, now))
                                        : refused(ThreadProblem.NOTHING_ASKED);
                        };
                path.add(step + " " + taken);
                if (taken instanceof Step.To<ThreadState>(var next)) {
                    state = next;
                    if (before instanceof Deemed deemed) {
                        assertEquals(deemed.as(), ((Deemed) next).as(), path::toString);
                        assertEquals(deemed.at(), ((Deemed) next).at(), path::toString);
                    } else if (!before.isOpen()) {
                        assertEquals(before, next, path::toString);
                    }
                    if (next instanceof Open open) {
                        assertEquals(true, open.extendedDays() <= 30, path::toString);
                    }
                }
            }
        }
    }
}
