package org.comity.sharing.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Works out the states that a release reaches on the day that it is given.
 *
 * <p>Source: docs/rules.md R-20 to R-24 (design, "The country wall"; domain 4.10). ALL means the states subscribed
 * now: a later subscriber gets the record by another act of the originator. What was derived from a regime reaches
 * its members only.
 *
 * <p>Rules.
 */
public final class Audience {

    private Audience() {}

    /** The states that the release reaches, the originator not among them. */
    public static Set<StateCode> of(
            Releasability release, Provenance provenance, StateCode originator, MemberStates.Snapshot states) {
        Set<StateCode> reached = new TreeSet<>(
                switch (release.mode()) {
                    case ALL -> states.subscribed();
                    case LIST -> release.states();
                    case REGIME -> states.members(regime(release));
                    case ORIGINATOR_ONLY -> List.<StateCode>of();
                });
        reached.retainAll(states.subscribed());
        if (provenance == Provenance.REGIME_DERIVED && release.mode() != ReleaseMode.ORIGINATOR_ONLY) {
            reached.retainAll(states.members(regime(release)));
        }
        release.excluded().forEach(reached::remove);
        reached.remove(originator);
        return reached;
    }

    /**
     * Readers after a repeated release: current readers whom it still covers, and states that it names in a list or
     * that the release before did not cover. A state that has subscribed or joined the regime since then does not become a
     * reader when its originator repeats the same release.
     *
     * @param release the release of this act
     * @param covered whom it covers today
     * @param coveredBefore whom the release before it covers today
     * @param readers who reads the record now
     */
    public static Set<StateCode> again(
            Releasability release, Set<StateCode> covered, Set<StateCode> coveredBefore, Set<StateCode> readers) {
        Set<StateCode> reached = new TreeSet<>(covered);
        if (release.mode() != ReleaseMode.LIST) {
            reached.removeIf(state -> coveredBefore.contains(state) && !readers.contains(state));
        }
        return reached;
    }

    /** Whether the release says enough to tell whom it reaches: a draft may lack the regime that it takes. */
    public static boolean isDetermined(Releasability release, Provenance provenance) {
        return release.regime() != null
                || release.mode() != ReleaseMode.REGIME
                        && (provenance != Provenance.REGIME_DERIVED || release.mode() == ReleaseMode.ORIGINATOR_ONLY);
    }

    /** The regime whose members alone the release reaches; null where it takes no membership to be reached. */
    public static @Nullable Regime membersOnly(Releasability release, Provenance provenance) {
        return release.mode() == ReleaseMode.REGIME || provenance == Provenance.REGIME_DERIVED
                ? release.regime()
                : null;
    }

    /** The states that the release names and cannot reach, each with the reason. */
    public static List<FieldError> unreachable(
            Releasability release, Provenance provenance, MemberStates.Snapshot states, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        boolean derived = provenance == Provenance.REGIME_DERIVED && release.regime() != null;
        for (int i = 0; i < release.states().size(); i++) {
            StateCode state = release.states().get(i);
            if (!states.subscribed().contains(state)) {
                errors.add(new FieldError(pointer + "/states/" + i, "This state does not subscribe at present."));
            } else if (derived && !states.members(regime(release)).contains(state)) {
                errors.add(new FieldError(
                        pointer + "/states/" + i, "This state is no member of the regime that the record is from."));
            }
        }
        for (int i = 0; i < release.excluded().size(); i++) {
            if (!release.excluded().get(i).isKnown()) {
                errors.add(new FieldError(pointer + "/excluded/" + i, "No state has this code."));
            }
        }
        return errors;
    }

    /**
     * The fault of a release that promises readers and names none: a list of the own state alone, or one that leaves out
     * all whom it names. That a regime has no other member today is no fault of the release.
     */
    public static List<FieldError> nobody(
            Releasability release,
            Provenance provenance,
            StateCode originator,
            MemberStates.Snapshot states,
            String pointer) {
        if (!isDetermined(release, provenance)) {
            return List.of();
        }
        Releasability toAll = new Releasability(release.mode(), release.states(), List.of(), release.regime());
        boolean some = !of(toAll, provenance, originator, states).isEmpty();
        if (some && of(release, provenance, originator, states).isEmpty()) {
            return List.of(new FieldError(pointer + "/excluded", "Every state that it would reach is left out."));
        }
        boolean ownAlone = release.mode() == ReleaseMode.LIST
                && !release.states().isEmpty()
                && release.states().stream().allMatch(originator::equals);
        return ownAlone ? List.of(new FieldError(pointer + "/states", "Name another state than your own.")) : List.of();
    }

    private static Regime regime(Releasability release) {
        Regime regime = release.regime();
        if (regime == null) {
            throw new IllegalStateException("validation let a release without its regime through");
        }
        return regime;
    }
}
