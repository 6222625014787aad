package org.comity.denials.consultation.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.comity.denials.content.Party;
import org.comity.denials.content.PartyRole;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A party of the candidate transaction, as little of it as an answer takes.
 *
 * @param isNaturalPerson whether this is a person of flesh and blood; null where nobody said
 */
public record CandidateParty(
        @NotNull(message = "This is missing.") PartyRole role,

        @NotNull(message = "This is missing.") @PlainText(max = 500)
        String name,

        @PlainText(max = 500) @Nullable String nativeScriptName,
        @Nullable StateCode country,
        @JsonProperty("isNaturalPerson") @Nullable Boolean isNaturalPerson) {

    /** The same as a party of a denial has it. */
    public Party asParty() {
        return new Party(role, name, List.of(), nativeScriptName, null, country, List.of(), null, isNaturalPerson);
    }

    /** A party, as far as a candidate transaction has it. */
    public static CandidateParty of(Party party) {
        return new CandidateParty(
                party.role(), party.name(), party.nativeScriptName(), party.country(), party.isNaturalPerson());
    }
}
