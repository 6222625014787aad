package org.comity.denials.consultation.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.Numbers;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.RemovedPerson;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.code.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a drafted consultation, and what is missing before it can go. Whether a cited denial is there is
 * asked elsewhere.
 *
 * <p>Source: docs/rules.md R-105 to R-107 (domain 3.2, 4.2).
 *
 * <p>Rules: R-106.
 */
public final class ConsultationRules {

    private static final Set<PartyRole> RECEIVING =
            Set.of(PartyRole.END_USER, PartyRole.CONSIGNEE, PartyRole.ULTIMATE_CONSIGNEE);
    private static final int LONGEST_NUMBER = 30;

    private ConsultationRules() {}

    /** What is wrong, so that not even a draft may hold it. */
    public static List<FieldError> wrong(DraftConsultation draft, StateCode own, Set<StateCode> subscribed) {
        List<FieldError> errors = new ArrayList<>();
        CandidateTransaction transaction = draft.transactionOrEmpty();
        for (int i = 0; i < transaction.items().size(); i++) {
            item(transaction.items().get(i), "/candidateTransaction/items/" + i, errors);
        }
        known(transaction.destination(), "/candidateTransaction/destination", errors);
        for (int i = 0; i < transaction.parties().size(); i++) {
            known(transaction.parties().get(i).country(), "/candidateTransaction/parties/" + i + "/country", errors);
        }
        Set<StateCode> named = new HashSet<>();
        for (int i = 0; i < draft.consultedStates().size(); i++) {
            ConsultedState consulted = draft.consultedStates().get(i);
            String pointer = "/consultedStates/" + i + "/state";
            if (!named.add(consulted.state())) {
                errors.add(new FieldError(pointer, "Name each state once."));
            } else if (consulted.state().equals(own)) {
                errors.add(new FieldError(pointer, "A state does not consult itself."));
            } else if (!subscribed.contains(consulted.state())) {
                errors.add(new FieldError(pointer, "This state does not subscribe at present."));
            }
        }
        if (draft.nationalAnnex() != null
                && draft.nationalAnnex().value() != null
                && draft.nationalAnnex().currency() == null) {
            errors.add(new FieldError("/nationalAnnex/currency", "A value needs its currency."));
        }
        if (draft.nationalAnnex() != null
                && Numbers.isGigantic(draft.nationalAnnex().value())) {
            errors.add(new FieldError("/nationalAnnex/value", "This number is too long."));
        }
        return errors;
    }

    private static void item(DeniedItem item, String pointer, List<FieldError> errors) {
        if (item.controlCode() != null && !ControlCode.isWellFormed(item.controlCode())) {
            errors.add(new FieldError(
                    pointer + "/controlCode", "This is not a control-list entry; one looks like 5A001.f.2."));
        }
        // A number with a gigantic exponent slips through the constraint on its digits.
        if (item.quantity() != null && Math.abs((long) item.quantity().scale()) > LONGEST_NUMBER) {
            errors.add(new FieldError(pointer + "/quantity", "This number is too long."));
        }
    }

    private static void known(@Nullable StateCode code, String pointer, List<FieldError> errors) {
        if (code != null && !code.isKnown()) {
            errors.add(new FieldError(pointer, "No state has this code."));
        }
    }

    /** What is missing before the draft can be submitted, all of it. */
    public static List<FieldError> missing(DraftConsultation draft) {
        List<FieldError> errors = new ArrayList<>();
        CandidateTransaction transaction = draft.transactionOrEmpty();
        need(draft.type() != null, "/type", errors);
        need(!transaction.items().isEmpty(), "/candidateTransaction/items", errors);
        for (int i = 0; i < transaction.items().size(); i++) {
            DeniedItem item = transaction.items().get(i);
            need(
                    item.controlCode() != null || item.description() != null,
                    "/candidateTransaction/items/" + i + "/description",
                    errors);
        }
        need(transaction.destination() != null, "/candidateTransaction/destination", errors);
        if (transaction.parties().stream().noneMatch(party -> RECEIVING.contains(party.role()))) {
            errors.add(new FieldError("/candidateTransaction/parties", "An end-user or a consignee is missing."));
        }
        errors.addAll(RemovedPerson.missing(
                transaction.parties().stream().map(CandidateParty::name).toList(), "/candidateTransaction/parties"));
        need(draft.question() != null, "/question", errors);
        need(!draft.consultedStates().isEmpty(), "/consultedStates", errors);
        if (draft.type() == ConsultationType.NO_UNDERCUT) {
            for (int i = 0; i < draft.consultedStates().size(); i++) {
                need(
                        !draft.consultedStates().get(i).denialRefs().isEmpty(),
                        "/consultedStates/" + i + "/denialRefs",
                        errors);
            }
        }
        return errors;
    }

    private static void need(boolean given, String pointer, List<FieldError> errors) {
        if (!given) {
            errors.add(new FieldError(pointer, "This is missing."));
        }
    }
}
