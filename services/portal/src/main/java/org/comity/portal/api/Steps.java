package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the steps in a denial's life. */
public final class Steps {

    private Steps() {}

    /** A step that says nothing. */
    @JsonInclude
    public record Empty() {}

    /** Back to the drafter, and why. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Return(String reason) {}

    /** A denial is to be kept for another term. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Renew(@Nullable String renewalGrounds) {}

    /** A denial is to end. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Revoke(String reason) {}

    /** To whom a denial is released, at approval or later. What is null stays as it is. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Release(
            DenialContent.@Nullable Releasability releasability,
            Codes.@Nullable Tlp tlp,
            List<Codes.PermittedUse> permittedUse) {}
}
