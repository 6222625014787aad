package org.comity.sharing.release;

import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.problem.FieldError;

/**
 * What is wrong with a release by itself, apart from whether its states subscribe.
 *
 * <p>Source: docs/rules.md R-22, R-26 (domain 4.10).
 */
public final class ReleaseRules {

    private ReleaseRules() {}

    /**
     * Its faults.
     *
     * @param at the pointer of the release
     */
    public static List<FieldError> wrong(Releasability release, Provenance provenance, String at) {
        List<FieldError> errors = new ArrayList<>();
        if (release.mode() != ReleaseMode.LIST && !release.states().isEmpty()) {
            errors.add(new FieldError(at + "/states", "States are named for LIST only."));
        }
        boolean derived = provenance == Provenance.REGIME_DERIVED;
        if (release.mode() == ReleaseMode.REGIME && release.regime() == null) {
            errors.add(new FieldError(at + "/regime", "Name the regime."));
        } else if (derived && release.regime() == null) {
            errors.add(new FieldError(at + "/regime", "Name the regime that the record was derived from."));
        } else if (release.mode() != ReleaseMode.REGIME && !derived && release.regime() != null) {
            errors.add(
                    new FieldError(at + "/regime", "A regime is named for REGIME, or for what was derived from one."));
        }
        if (derived && release.mode() == ReleaseMode.ALL) {
            errors.add(new FieldError(at + "/mode", "What was derived from a regime goes to its members only."));
        }
        return errors;
    }
}
