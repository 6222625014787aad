package org.comity.denials.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A return as one reader sees it: {@code DenialReturn} in openapi/denials.yaml. Who gave and approved it, and who is on
 * the release list, how many states may read it now, why it is nil in spite of denials, and its next version are for the
 * originator's desk alone.
 *
 * @param steps what the reader may do next, in the order of ReturnStep
 * @param version counts what was released; more than 1 where it was corrected
 */
public record ReturnView(
        UUID id,
        StateCode originatorState,
        String period,
        ReturnKind kind,
        ReturnStatus status,
        int version,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<ReturnLine> lines,
        Tlp tlp,
        List<PermittedUse> permittedUse,
        Releasability releasability,
        boolean withoutPrejudice,
        String notice,
        Instant updatedAt,
        @Nullable Person submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Person approvedBy,
        @Nullable String returnedBecause,
        @Nullable Integer statesReached,
        @Nullable String nilBecause,
        @Nullable CorrectionView correction,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /** The next version, which waits for an approver, or was sent back (DRAFT). */
    public record CorrectionView(ReturnStatus status, ReturnRequest content) {}
}
