package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Audience;
import org.comity.sharing.states.MemberStates;

/** Whom a denial reaches when it is notified, amended or released anew. */
@Singleton
class Addressees {

    private final DenialAudience audiences;
    private final MemberStates states;

    Addressees(DenialAudience audiences, MemberStates states) {
        this.audiences = audiences;
        this.states = states;
    }

    /**
     * The states that it reaches with this content.
     *
     * @param inForce what it says now, if it was notified before
     */
    Set<StateCode> of(DenialEntity denial, Optional<DraftDenial> inForce, DraftDenial content) {
        Set<StateCode> covered = covered(denial, content);
        return inForce.map(before -> Audience.again(
                        content.releaseOrDefault(), covered, covered(denial, before), audiences.reached(denial.id())))
                .orElse(covered);
    }

    /** The states that it can be released to: of those whose access is suspended, the ones that read it. */
    MemberStates.Snapshot reachable(UUID denial) {
        return states.now().keeping(audiences.reached(denial));
    }

    private Set<StateCode> covered(DenialEntity denial, DraftDenial content) {
        return Audience.of(
                content.releaseOrDefault(), content.provenanceOrDefault(), denial.originator(), reachable(denial.id()));
    }
}
