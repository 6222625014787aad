package org.comity.bulletins.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.WorkingCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulletinLifeTest {

    private static final Person ONE = new Person("1", "one");
    private static final Person OTHER = new Person("2", "other");

    private static BulletinLife life(BulletinStatus status) {
        return new BulletinLife(status, Optional.empty());
    }

    private static List<BulletinStep> open(BulletinLife life, Person by) {
        return Arrays.stream(BulletinStep.values())
                .filter(step -> life.lets(step, by))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, RELEASE AMEND WITHDRAW RECALL",
        "UPDATED, RELEASE AMEND WITHDRAW RECALL",
        "LAPSED, RELEASE AMEND WITHDRAW RECALL",
        "WITHDRAWN, RECALL",
        "RECALLED, ''"
    })
    void R322_what_may_follow_when_nothing_is_worked_on(BulletinStatus status, String steps) {
        assertEquals(
                steps,
                String.join(
                        " ", open(life(status), ONE).stream().map(Enum::name).toList()));
    }

    @Test
    void R360_a_notice_is_proposed_and_published_when_all_have_signed() {
        BulletinLife waiting = new BulletinLife(
                        BulletinStatus.DRAFT, Optional.of(WorkingCopy.NEW), BulletinLife.Signatures.AWAITED)
                .submit(ONE, Instant.EPOCH)
                .taken();
        BulletinLife proposed = waiting.approve(OTHER).taken();
        assertEquals(BulletinStatus.PROPOSED, proposed.status());
        assertEquals(List.of(BulletinStep.WITHDRAW), open(proposed, ONE));
        BulletinLife signed =
                new BulletinLife(BulletinStatus.PROPOSED, Optional.empty(), BulletinLife.Signatures.COMPLETE);
        assertEquals(List.of(BulletinStep.PUBLISH, BulletinStep.WITHDRAW), open(signed, ONE));
        assertEquals(
                List.of(BulletinStep.RELEASE, BulletinStep.WITHDRAW, BulletinStep.RECALL),
                open(signed.publish().taken(), ONE));
    }

    @Test
    void R318_who_submitted_does_not_clear() {
        BulletinLife waiting = BulletinLife.NEW.submit(ONE, Instant.EPOCH).taken();
        assertFalse(waiting.lets(BulletinStep.APPROVE, ONE));
        assertTrue(waiting.lets(BulletinStep.APPROVE, OTHER));
        assertEquals(BulletinStatus.PUBLISHED, waiting.approve(OTHER).taken().status());
        assertFalse(waiting.edit().taken().lets(BulletinStep.APPROVE, OTHER));
    }

    @Test
    void R322_an_update_is_cleared_as_an_update_and_dropped_without_a_trace() {
        BulletinLife open = life(BulletinStatus.PUBLISHED).amend().taken();
        assertFalse(open.lets(BulletinStep.AMEND, ONE));
        assertEquals(life(BulletinStatus.PUBLISHED), open.discard().taken());
        assertEquals(
                life(BulletinStatus.UPDATED),
                open.submit(ONE, Instant.EPOCH).taken().approve(OTHER).taken());
        assertFalse(open.submit(ONE, Instant.EPOCH).taken().discard().isOpen());
        assertTrue(new BulletinLife(BulletinStatus.DRAFT, Optional.of(WorkingCopy.NEW))
                .discard()
                .isOpen());
    }
}
