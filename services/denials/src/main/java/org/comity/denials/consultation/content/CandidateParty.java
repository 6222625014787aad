package org.comity.denials.consultation.content;

import jakarta.validation.constraints.NotNull;
import org.comity.denials.content.PartyRole;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** A party of the candidate transaction, as little of it as an answer takes. */
public record CandidateParty(
        @NotNull(message = "This is missing.") PartyRole role,

        @NotNull(message = "This is missing.") @PlainText(max = 500)
        String name,

        @PlainText(max = 500) @Nullable String nativeScriptName,
        @Nullable StateCode country) {}
