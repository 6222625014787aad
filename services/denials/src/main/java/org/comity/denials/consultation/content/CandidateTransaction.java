package org.comity.denials.consultation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.comity.denials.content.DeniedItem;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The transaction that the requesting state has before it. Exporter and value are no part of it. */
public record CandidateTransaction(
        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") DeniedItem> items,

        @Nullable StateCode destination,

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") CandidateParty> parties,

        @PlainText(max = 4000, multiline = true) @Nullable String statedEndUse) {

    /** No list is an empty list. */
    public CandidateTransaction {
        items = Lists.orEmpty(items);
        parties = Lists.orEmpty(parties);
    }

    /** The control-list entries of its items, each once. */
    public List<String> controlCodes() {
        return items.stream()
                .map(DeniedItem::controlCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The same among others. */
    public CandidateTransaction withParties(List<CandidateParty> others) {
        return new CandidateTransaction(items, destination, others, statedEndUse);
    }
}
