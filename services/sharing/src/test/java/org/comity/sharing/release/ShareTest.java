package org.comity.sharing.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest(name = "{0}: own {1}, released {2}, licensing {3}, analysis {4} -> {5}")
    @CsvSource({
        // the originator's desk sees all from the draft on, others of its state only what was notified
        "LICENSING_OFFICER, true, false, false, false, OWN",
        "LICENSING_APPROVER, true, true, true, true, OWN",
        "SYSTEM, true, false, false, false, OWN",
        "POC, true, false, false, false, NOTHING",
        "POC, true, true, true, false, FULL",
        "ANALYST, true, false, false, false, NOTHING",
        "ANALYST, true, true, true, false, NOTHING",
        "ANALYST, true, true, true, true, HEADER",
        // a reader's desk and contact: parties only where it is released for licensing
        "LICENSING_OFFICER, false, true, true, false, FULL",
        "LICENSING_OFFICER, false, true, false, true, HEADER",
        "POC, false, true, true, false, FULL",
        "POC, false, true, false, false, HEADER",
        "SYSTEM, false, true, true, false, FULL",
        "POC, true, true, false, false, HEADER",
        "LICENSING_APPROVER, false, true, true, false, FULL",
        // neither its own nor released to it
        "LICENSING_OFFICER, false, false, false, false, NOTHING",
        "LICENSING_APPROVER, false, false, false, false, NOTHING",
        "SYSTEM, false, false, false, false, NOTHING",
        "POC, false, false, false, false, NOTHING",
        "ANALYST, false, false, false, false, NOTHING",
        // a reader's analyst: the header, where it is released for analysis
        "ANALYST, false, true, true, false, NOTHING",
        "ANALYST, false, true, true, true, HEADER",
        // nobody else
        "NATIONAL_ADMIN, true, true, true, true, NOTHING",
        "AUDITOR, true, true, true, true, NOTHING",
        "NATIONAL_ADMIN, false, true, true, true, NOTHING",
        "SECRETARIAT, false, true, true, true, NOTHING",
    })
    void R40_a_role_sees_as_much_as_its_states_share_allows(
            Role role, boolean own, boolean released, boolean licensing, boolean analysis, Lens expected) {
        Caller caller = new Caller(
                new Person("1", "someone"), Optional.of(new StateCode("DE")), Set.of(role), Optional.empty(), "test");
        assertEquals(expected, new Share(own, released, licensing, analysis).lens(caller, Desk.LICENSING));
    }

    @ParameterizedTest(name = "{0}: own {1}, released {2} -> {3}")
    @CsvSource({
        "ANALYST, true, false, OWN",
        "LICENSING_OFFICER, true, false, OWN",
        "SYSTEM, true, false, OWN",
        "POC, true, false, NOTHING",
        "POC, true, true, FULL",
        "ANALYST, false, true, FULL",
        "LICENSING_APPROVER, false, true, FULL",
        "POC, false, true, FULL",
        "ANALYST, false, false, NOTHING",
        "AUDITOR, false, true, NOTHING",
        "NATIONAL_ADMIN, true, true, NOTHING",
    })
    void R318_whoever_reads_a_bulletin_reads_the_whole(Role role, boolean own, boolean released, Lens expected) {
        Caller caller = new Caller(
                new Person("1", "someone"), Optional.of(new StateCode("DE")), Set.of(role), Optional.empty(), "test");
        assertEquals(expected, new Share(own, released, false, false).lens(caller, Desk.ANALYSIS));
    }

    @ParameterizedTest
    @CsvSource({"SECRETARIAT, true, FULL", "SECRETARIAT_ADMIN, true, FULL", "SECRETARIAT, false, NOTHING"})
    void R318_the_secretariat_reads_a_bulletin_that_goes_to_it_and_no_denial(
            Role role, boolean released, Lens expected) {
        Caller caller =
                new Caller(new Person("1", "someone"), Optional.empty(), Set.of(role), Optional.empty(), "test");
        Share share = new Share(false, released, true, true);
        assertEquals(expected, share.lens(caller, Desk.ANALYSIS));
        assertEquals(Lens.NOTHING, share.lens(caller, Desk.LICENSING));
        assertEquals(Optional.of(Share.SECRETARIAT), Share.reader(caller, Desk.ANALYSIS));
        assertEquals(Optional.empty(), Share.reader(caller, Desk.LICENSING));
    }
}
