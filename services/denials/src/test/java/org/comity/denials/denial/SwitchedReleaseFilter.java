package org.comity.denials.denial;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.sharing.release.Lens;

/** The release filter, which a test can take out of the way to see that row-level security holds alone. */
@Singleton
@Alternative
@Priority(1)
class SwitchedReleaseFilter extends ReleaseFilter {

    static volatile boolean removed;

    SwitchedReleaseFilter(DenialAudience audiences) {
        super(audiences);
    }

    @Override
    Lens lens(Caller caller, UUID denial) {
        return removed ? Lens.OWN : super.lens(caller, denial);
    }

    @Override
    String listCondition(Caller caller) {
        return removed ? "true" : super.listCondition(caller);
    }
}
