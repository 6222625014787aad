package org.comity.denials.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A party of the denied transaction.
 *
 * @param nativeScriptName the name as its bearer writes it
 * @param isNaturalPerson whether this is a person of flesh and blood; null where nobody said
 */
public record Party(
        @NotNull(message = "This is missing.") PartyRole role,

        @NotNull(message = "This is missing.") @PlainText(max = 500)
        String name,

        @Size(max = 30, message = "At most 30 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 500) String> aliases,

        @PlainText(max = 500) @Nullable String nativeScriptName,
        @PlainText(max = 1000, multiline = true) @Nullable String address,
        @Nullable StateCode country,

        @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") Identifier> identifiers,

        @Nullable EntityType entityType,
        @JsonProperty("isNaturalPerson") @Nullable Boolean isNaturalPerson) {

    /** The type of an identifier that is the reference of a regime. */
    public static final String REGIME_REFERENCE = "regime_reg_ref";

    /** No list is an empty list. */
    public Party {
        aliases = Lists.orEmpty(aliases);
        identifiers = Lists.orEmpty(identifiers);
    }

    /** The same with these identifiers. */
    public Party with(List<Identifier> others) {
        return new Party(role, name, aliases, nativeScriptName, address, country, others, entityType, isNaturalPerson);
    }

    /** The same as others than the originator's desk may have it. */
    public Party withoutRegimeReferences() {
        return with(identifiers.stream().filter(one -> !isRegimeReference(one)).toList());
    }

    /** Whether it is the reference that a regime gave to the case: a column of files, which does not say which regime. */
    public static boolean isRegimeReference(Identifier identifier) {
        return identifier.type().equals(REGIME_REFERENCE);
    }

    /** The same, marked as a natural person. */
    public Party asPerson() {
        return new Party(role, name, aliases, nativeScriptName, address, country, identifiers, entityType, true);
    }
}
