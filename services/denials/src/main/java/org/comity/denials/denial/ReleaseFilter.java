package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Share;

/**
 * The service's half of the country wall: what of a denial a caller sees. Row-level security says the same once more
 * in the database, and each of the two holds alone.
 *
 * <p>Source: docs/rules.md R-40 to R-44 (domain 4.9).
 */
@Singleton
class ReleaseFilter {

    private final DenialAudience audiences;

    ReleaseFilter(DenialAudience audiences) {
        this.audiences = audiences;
    }

    /** How much of this denial the caller sees. */
    Lens lens(Caller caller, UUID denial) {
        return lenses(caller, List.of(denial)).getOrDefault(denial, Lens.NOTHING);
    }

    /** How much the caller sees of those of these denials of which it sees something. */
    Map<UUID, Lens> lenses(Caller caller, Collection<UUID> denials) {
        Map<UUID, Lens> lenses = new HashMap<>();
        caller.state()
                .map(state -> audiences.shares(denials, state))
                .orElse(Map.of())
                .forEach((denial, share) -> lenses.put(denial, share.lens(caller, Desk.LICENSING)));
        lenses.values().removeIf(lens -> lens == Lens.NOTHING);
        return lenses;
    }

    /** The condition, on the audience as {@code a}, under which a denial is on the caller's list. */
    String listCondition(Caller caller) {
        return Share.listCondition(caller, Desk.LICENSING);
    }
}
