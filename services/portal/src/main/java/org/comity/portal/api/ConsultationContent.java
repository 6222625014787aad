package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a drafter says of a consultation: the schema {@code DraftConsultation}. Everything may be missing. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConsultationContent(
        ConsultationCodes.@Nullable Type type,
        @Nullable Transaction candidateTransaction,
        @Nullable String question,
        List<Consulted> consultedStates,
        Codes.@Nullable Tlp tlp,
        @Nullable String internalRef,
        DenialContent.@Nullable NationalAnnex nationalAnnex) {

    public ConsultationContent {
        consultedStates = DenialContent.orNone(consultedStates);
    }

    /** Nothing said yet. */
    public static ConsultationContent empty() {
        return new ConsultationContent(null, null, null, List.of(), null, null, null);
    }

    /** The candidate transaction; an empty one where nothing is said. */
    public Transaction transaction() {
        return candidateTransaction == null ? Transaction.empty() : candidateTransaction;
    }

    /** What is said of that state. */
    public Optional<Consulted> consulted(String state) {
        return consultedStates.stream().filter(it -> it.state().equals(state)).findFirst();
    }

    /** The same about another transaction. */
    public ConsultationContent with(Transaction other) {
        return new ConsultationContent(type, other, question, consultedStates, tlp, internalRef, nationalAnnex);
    }

    /** The same to others. */
    public ConsultationContent with(List<Consulted> others) {
        return new ConsultationContent(type, candidateTransaction, question, others, tlp, internalRef, nationalAnnex);
    }

    /** The transaction that the requesting state has before it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Transaction(
            List<DenialContent.Item> items,
            @Nullable String destination,
            List<Party> parties,
            @Nullable String statedEndUse) {

        public Transaction {
            items = DenialContent.orNone(items);
            parties = DenialContent.orNone(parties);
        }

        /** Nothing said yet. */
        public static Transaction empty() {
            return new Transaction(List.of(), null, List.of(), null);
        }

        /** With other items. */
        public Transaction withItems(List<DenialContent.Item> others) {
            return new Transaction(others, destination, parties, statedEndUse);
        }

        /** With other parties. */
        public Transaction withParties(List<Party> others) {
            return new Transaction(items, destination, others, statedEndUse);
        }
    }

    /** Somebody in the candidate transaction: as little as an answer takes. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Party(
            Codes.@Nullable PartyRole role,
            @Nullable String name,
            @Nullable String nativeScriptName,
            @Nullable String country,
            @JsonProperty("isNaturalPerson") @Nullable Boolean isNaturalPerson) {}

    /** A state to be consulted, and what is cited to it alone. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Consulted(String state, List<String> denialRefs) {

        public Consulted {
            denialRefs = DenialContent.orNone(denialRefs);
        }
    }
}
