package org.comity.sharing.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.Regime;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final StateCode NL = new StateCode("NL");

    /** AL is in no regime; CH is in Wassenaar and does not subscribe. */
    private static final MemberStates.Snapshot STATES = new MemberStates.Snapshot(
            states("AL", "DE", "JP", "NL"),
            states("EE", "FI"),
            Map.of(Regime.WA, states("CH", "DE", "JP", "NL"), Regime.EU, states("DE", "NL")));

    private static Set<StateCode> states(String... codes) {
        return Set.copyOf(Stream.of(codes).map(StateCode::new).toList());
    }

    private static Releasability release(ReleaseMode mode, Regime regime, List<String> listed, List<String> excluded) {
        return new Releasability(
                mode,
                listed.stream().map(StateCode::new).toList(),
                excluded.stream().map(StateCode::new).toList(),
                regime);
    }

    private static Set<StateCode> reached(Releasability release, Provenance provenance) {
        return Audience.of(release, provenance, NL, STATES);
    }

    @Test
    void R20_ALL_reaches_the_states_subscribed_now_and_not_the_originator_itself() {
        assertEquals(
                states("AL", "DE", "JP"),
                reached(release(ReleaseMode.ALL, null, List.of(), List.of()), Provenance.OWN));
    }

    @Test
    void R20_an_excluded_state_is_not_reached_whatever_the_mode_says() {
        assertEquals(
                states("AL", "DE"), reached(release(ReleaseMode.ALL, null, List.of(), List.of("JP")), Provenance.OWN));
        assertEquals(states(), reached(release(ReleaseMode.LIST, null, List.of("JP"), List.of("JP")), Provenance.OWN));
    }

    private static List<String> nobody(Releasability release, Provenance provenance) {
        return Audience.nobody(release, provenance, NL, STATES, "/releasability").stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> nobody(ReleaseMode mode, Regime regime, List<String> listed, List<String> excluded) {
        return nobody(release(mode, regime, listed, excluded), Provenance.OWN);
    }

    @Test
    void R296_a_list_of_the_own_state_alone_is_a_fault_and_with_another_it_is_none() {
        assertEquals(List.of("/releasability/states"), nobody(ReleaseMode.LIST, null, List.of("NL"), List.of()));
        assertEquals(List.of("/releasability/states"), nobody(ReleaseMode.LIST, null, List.of("NL"), List.of("NL")));
        assertEquals(List.of(), nobody(ReleaseMode.LIST, null, List.of("NL", "DE"), List.of()));
    }

    @Test
    void R296_a_release_that_leaves_out_everybody_is_a_fault_and_one_that_leaves_somebody_is_none() {
        List<String> fault = List.of("/releasability/excluded");
        assertEquals(fault, nobody(ReleaseMode.LIST, null, List.of("DE"), List.of("DE")));
        assertEquals(fault, nobody(ReleaseMode.LIST, null, List.of("DE", "NL"), List.of("DE")));
        assertEquals(fault, nobody(ReleaseMode.ALL, null, List.of(), List.of("AL", "DE", "JP")));
        assertEquals(fault, nobody(ReleaseMode.REGIME, Regime.EU, List.of(), List.of("DE")));
        assertEquals(
                fault,
                nobody(release(ReleaseMode.LIST, Regime.WA, List.of("DE"), List.of("DE")), Provenance.REGIME_DERIVED));
        assertEquals(List.of(), nobody(ReleaseMode.LIST, null, List.of("DE", "JP"), List.of("DE")));
        assertEquals(List.of(), nobody(ReleaseMode.ALL, null, List.of(), List.of("AL", "DE")));
        assertEquals(List.of(), nobody(ReleaseMode.REGIME, Regime.WA, List.of(), List.of("DE")));
    }

    @Test
    void R296_nobody_on_purpose_and_a_regime_that_has_no_other_member_are_no_faults() {
        assertEquals(List.of(), nobody(ReleaseMode.ORIGINATOR_ONLY, null, List.of(), List.of()));
        assertEquals(List.of(), nobody(ReleaseMode.REGIME, Regime.ZC, List.of(), List.of()));
        assertEquals(List.of(), nobody(ReleaseMode.REGIME, Regime.ZC, List.of(), List.of("DE")));
        assertEquals(List.of(), nobody(ReleaseMode.REGIME, null, List.of(), List.of()), "a draft may lack it");
    }

    @Test
    void R269_the_same_release_said_again_reaches_nobody_who_came_since() {
        Releasability all = release(ReleaseMode.ALL, null, List.of(), List.of());
        Set<StateCode> covered = reached(all, Provenance.OWN);

        assertEquals(states("DE"), Audience.again(all, covered, covered, states("DE")));
        assertEquals(
                states("AL", "DE"),
                Audience.again(all, covered, states("DE", "JP"), states("DE")),
                "which the release before did not cover");
    }

    @Test
    void R269_a_list_reaches_whom_it_names() {
        Releasability list = release(ReleaseMode.LIST, null, List.of("AL", "DE"), List.of());
        Set<StateCode> covered = reached(list, Provenance.OWN);

        assertEquals(states("AL", "DE"), Audience.again(list, covered, covered, states("DE")));
    }

    @Test
    void R21_REGIME_reaches_subscribing_members_only() {
        assertEquals(
                states("DE", "JP"),
                reached(release(ReleaseMode.REGIME, Regime.WA, List.of(), List.of()), Provenance.OWN));
    }

    @Test
    void R22_what_was_derived_from_a_regime_never_reaches_a_state_outside_it() {
        assertEquals(
                states("DE"),
                reached(
                        release(ReleaseMode.LIST, Regime.EU, List.of("AL", "DE", "JP"), List.of()),
                        Provenance.REGIME_DERIVED));
        assertEquals(
                states("AL", "DE", "JP"),
                reached(release(ReleaseMode.LIST, null, List.of("AL", "DE", "JP"), List.of()), Provenance.OWN));
    }

    @Test
    void R23_ORIGINATOR_ONLY_reaches_nobody() {
        assertEquals(
                states(), reached(release(ReleaseMode.ORIGINATOR_ONLY, null, List.of(), List.of()), Provenance.OWN));
    }

    @Test
    void R242_a_suspended_state_keeps_its_place_and_gets_none() {
        MemberStates.Snapshot reachable = STATES.keeping(states("DE", "EE", "CH"));
        assertEquals(
                states("AL", "DE", "EE", "JP"),
                Audience.of(release(ReleaseMode.ALL, null, List.of(), List.of()), Provenance.OWN, NL, reachable));
        List<FieldError> faults = Audience.unreachable(
                release(ReleaseMode.LIST, null, List.of("EE", "FI", "CH"), List.of()),
                Provenance.OWN,
                reachable,
                "/releasability");
        assertEquals(
                List.of("/releasability/states/1", "/releasability/states/2"),
                faults.stream().map(FieldError::pointer).toList());
    }

    @Test
    void R241_members_alone_are_reached_where_the_release_or_the_record_says_so() {
        Releasability list = release(ReleaseMode.LIST, Regime.WA, List.of("DE"), List.of());
        Releasability members = release(ReleaseMode.REGIME, Regime.WA, List.of(), List.of());
        assertEquals(Regime.WA, Audience.membersOnly(members, Provenance.OWN));
        assertEquals(Regime.WA, Audience.membersOnly(list, Provenance.REGIME_DERIVED));
        assertNull(Audience.membersOnly(list, Provenance.OWN));
    }

    @Test
    void whom_a_release_without_its_regime_reaches_is_not_determined() {
        Releasability list = release(ReleaseMode.LIST, null, List.of("DE"), List.of());
        assertTrue(Audience.isDetermined(list, Provenance.OWN));
        assertFalse(Audience.isDetermined(list, Provenance.REGIME_DERIVED));
        assertFalse(Audience.isDetermined(release(ReleaseMode.REGIME, null, List.of(), List.of()), Provenance.OWN));
        assertTrue(Audience.isDetermined(
                release(ReleaseMode.ORIGINATOR_ONLY, null, List.of(), List.of()), Provenance.REGIME_DERIVED));
    }

    @Test
    void R24_a_named_state_that_does_not_subscribe_is_a_fault_and_one_that_does_is_not() {
        List<FieldError> faults = Audience.unreachable(
                release(ReleaseMode.LIST, null, List.of("DE", "CH"), List.of()),
                Provenance.OWN,
                STATES,
                "/releasability");
        assertEquals(
                List.of("/releasability/states/1"),
                faults.stream().map(FieldError::pointer).toList());
    }

    @Test
    void R24_who_is_left_out_is_a_state_though_it_need_not_subscribe() {
        assertEquals(
                List.of("/releasability/excluded/1"),
                Audience.unreachable(
                                release(ReleaseMode.ALL, null, List.of(), List.of("CH", "QQ")),
                                Provenance.OWN,
                                STATES,
                                "/releasability")
                        .stream()
                        .map(FieldError::pointer)
                        .toList());
    }

    @Test
    void R22_a_named_state_outside_the_regime_is_a_fault() {
        List<FieldError> faults = Audience.unreachable(
                release(ReleaseMode.LIST, Regime.WA, List.of("DE", "AL"), List.of()),
                Provenance.REGIME_DERIVED,
                STATES,
                "/releasability");
        assertEquals(
                List.of("/releasability/states/1"),
                faults.stream().map(FieldError::pointer).toList());
    }
}
