package org.comity.denials.consultation.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.content.NationalAnnex;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What the drafter of a consultation says. Everything may still be missing.
 *
 * @param consultedStates each is asked in a thread of its own, and learns of no other
 * @param internalRef the requesting state's own reference; never leaves it
 * @param nationalAnnex exporter, value, a note; never leaves the requesting state
 */
public record DraftConsultation(
        @Nullable ConsultationType type,
        @Valid @Nullable CandidateTransaction candidateTransaction,
        @PlainText(max = 4000, multiline = true) @Nullable String question,

        @Size(max = 60, message = "At most 60 entries.")
        List<@Valid @NotNull(message = "This is missing.") ConsultedState> consultedStates,

        @Nullable Tlp tlp,
        @PlainText(max = 100) @Nullable String internalRef,
        @Valid @Nullable NationalAnnex nationalAnnex) {

    /** No list is an empty list. */
    public DraftConsultation {
        consultedStates = Lists.orEmpty(consultedStates);
    }

    /** The same about another transaction. */
    public DraftConsultation withTransaction(CandidateTransaction other) {
        return new DraftConsultation(type, other, question, consultedStates, tlp, internalRef, nationalAnnex);
    }

    /** The type; whether a transaction is identical where nothing is said. */
    public ConsultationType typeOrDefault() {
        return type == null ? ConsultationType.NO_UNDERCUT : type;
    }

    /** Its label; AMBER where nothing is said. */
    public Tlp tlpOrDefault() {
        return tlp == null ? Tlp.AMBER : tlp;
    }

    /** The transaction; an empty one where nothing is said. */
    public CandidateTransaction transactionOrEmpty() {
        return candidateTransaction == null
                ? new CandidateTransaction(List.of(), null, List.of(), null)
                : candidateTransaction;
    }
}
