package org.comity.denials.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRules;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a draft, beyond what one field alone can tell, and what is missing before it can be submitted.
 *
 * <p>Source: docs/rules.md and R-260 (domain 3.1, 4.1, 4.10, 7.3).
 *
 * <p>Rules.
 */
public final class ContentRules {

    private static final int EARLIEST_DECISION_YEAR = 1950;
    private static final int EARLIEST_YEAR = 1950;
    private static final int LATEST_YEAR = 2200;

    private ContentRules() {}

    /**
     * What is wrong, so that not even a draft may hold it.
     *
     * @param today the day, in UTC, after which a decision has not been taken yet
     */
    public static List<FieldError> wrong(DraftDenial draft, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        // A state ahead of UTC may have decided on what is tomorrow here.
        if (draft.decisionDate() != null && draft.decisionDate().isAfter(today.plusDays(1))) {
            errors.add(new FieldError("/decisionDate", "A decision cannot lie in the future."));
        }
        if (draft.decisionDate() != null && draft.decisionDate().getYear() < EARLIEST_DECISION_YEAR) {
            errors.add(new FieldError("/decisionDate", "This is too long ago."));
        }
        if (draft.validFrom() != null
                && draft.decisionDate() != null
                && draft.validFrom().isBefore(draft.decisionDate())) {
            errors.add(new FieldError("/validFrom", "A denial cannot count from before its decision."));
        }
        if (draft.validFrom() != null && outOfRange(draft.validFrom())) {
            errors.add(new FieldError("/validFrom", "This year is out of range."));
        }
        if (draft.suspensionEndsOn() != null && draft.kind() != null && draft.kind() != DenialKind.SUSPENSION) {
            errors.add(new FieldError("/suspensionEndsOn", "Only a suspension ends."));
        }
        if (draft.finalAssessment() != null && draft.kind() != null && draft.kind() != DenialKind.SUSPENSION) {
            errors.add(new FieldError("/finalAssessment", "Only a suspension has a final assessment."));
        }
        if (draft.suspensionEndsOn() != null && outOfRange(draft.suspensionEndsOn())) {
            errors.add(new FieldError("/suspensionEndsOn", "This year is out of range."));
        }
        if (draft.suspensionEndsOn() != null
                && draft.decisionDate() != null
                && draft.suspensionEndsOn().isBefore(draft.decisionDate())) {
            errors.add(new FieldError("/suspensionEndsOn", "A suspension cannot end before its decision."));
        }
        numbers(draft, errors);
        codes(draft, errors);
        states(draft, errors);
        if (draft.releasability() != null) {
            errors.addAll(ReleaseRules.wrong(draft.releasability(), draft.provenanceOrDefault(), "/releasability"));
        }
        if (draft.withheld().stream().map(Withheld::field).distinct().count()
                != draft.withheld().size()) {
            errors.add(new FieldError("/withheld", "Name each field once."));
        }
        if (draft.nationalAnnex() != null
                && draft.nationalAnnex().value() != null
                && draft.nationalAnnex().currency() == null) {
            errors.add(new FieldError("/nationalAnnex/currency", "A value needs its currency."));
        }
        return errors;
    }

    private static boolean outOfRange(LocalDate date) {
        return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR;
    }

    /** A number with a gigantic exponent slips through the constraint on its digits. */
    private static void numbers(DraftDenial draft, List<FieldError> errors) {
        for (int i = 0; i < draft.items().size(); i++) {
            if (Numbers.isGigantic(draft.items().get(i).quantity())) {
                errors.add(new FieldError("/items/" + i + "/quantity", "This number is too long."));
            }
        }
        if (draft.nationalAnnex() != null
                && Numbers.isGigantic(draft.nationalAnnex().value())) {
            errors.add(new FieldError("/nationalAnnex/value", "This number is too long."));
        }
    }

    private static void codes(DraftDenial draft, List<FieldError> errors) {
        for (int i = 0; i < draft.items().size(); i++) {
            String code = draft.items().get(i).controlCode();
            if (code != null && !ControlCode.isWellFormed(code)) {
                errors.add(new FieldError(
                        "/items/" + i + "/controlCode", "This is not a control-list entry; one looks like 5A001.f.2."));
            }
        }
    }

    private static void states(DraftDenial draft, List<FieldError> errors) {
        unknown(draft.destinationState(), "/destinationState", errors);
        for (int i = 0; i < draft.transitStates().size(); i++) {
            unknown(draft.transitStates().get(i), "/transitStates/" + i, errors);
        }
        for (int i = 0; i < draft.parties().size(); i++) {
            unknown(draft.parties().get(i).country(), "/parties/" + i + "/country", errors);
        }
    }

    private static void unknown(@Nullable StateCode code, String pointer, List<FieldError> errors) {
        if (code != null && !code.isKnown()) {
            errors.add(new FieldError(pointer, "No state has this code."));
        }
    }

    /** What is wrong with a new release or an amendment of a record: what it was derived from does not change with it. */
    public static List<FieldError> wrongRelease(DraftDenial before, DraftDenial after) {
        boolean derived = before.provenanceOrDefault() == Provenance.REGIME_DERIVED;
        if (derived && after.provenanceOrDefault() != Provenance.REGIME_DERIVED) {
            return List.of(
                    new FieldError(
                            "/provenance",
                            "What was derived from a regime stays so. If that was a mistake, revoke the denial and post another."));
        }
        boolean relabelled = derived
                && before.releaseOrDefault().regime() != null
                && before.releaseOrDefault().regime()
                        != after.releaseOrDefault().regime();
        return relabelled
                ? List.of(new FieldError(
                        "/releasability/regime", "The regime that the record was derived from does not change."))
                : List.of();
    }

    /** What is missing before the draft can be submitted, all of it; a field that is withheld is not missing. */
    public static List<FieldError> missing(DraftDenial draft) {
        List<FieldError> errors = new ArrayList<>();
        need(draft.kind() != null, "/kind", errors);
        need(draft.decisionDate() != null || draft.withholds(WithheldField.DECISION_DATE), "/decisionDate", errors);
        need(draft.basis() != null, "/basis", errors);
        need(
                draft.destinationState() != null || draft.withholds(WithheldField.DESTINATION_STATE),
                "/destinationState",
                errors);
        need(!draft.items().isEmpty() || draft.withholds(WithheldField.ITEMS), "/items", errors);
        boolean codeNeeded = draft.basis() != null && !draft.basis().isCatchAll();
        for (int i = 0; i < draft.items().size(); i++) {
            DeniedItem item = draft.items().get(i);
            need(!codeNeeded || item.controlCode() != null, "/items/" + i + "/controlCode", errors);
            need(item.controlCode() != null || item.description() != null, "/items/" + i + "/description", errors);
        }
        parties(draft, errors);
        need(!draft.reasons().isEmpty() || draft.withholds(WithheldField.REASONS), "/reasons", errors);
        if (draft.kind() == DenialKind.SUSPENSION) {
            need(draft.suspensionEndsOn() != null, "/suspensionEndsOn", errors);
        }
        need(draft.releasability() != null, "/releasability", errors);
        if (draft.releasability() != null && draft.provenanceOrDefault() == Provenance.REGIME_DERIVED) {
            need(draft.releaseOrDefault().regime() != null, "/releasability/regime", errors);
        }
        if (draft.releaseOrDefault().mode() == ReleaseMode.LIST) {
            need(!draft.releaseOrDefault().states().isEmpty(), "/releasability/states", errors);
        }
        return errors;
    }

    private static final Set<PartyRole> RECEIVING =
            Set.of(PartyRole.END_USER, PartyRole.CONSIGNEE, PartyRole.ULTIMATE_CONSIGNEE);

    private static void parties(DraftDenial draft, List<FieldError> errors) {
        errors.addAll(
                RemovedPerson.missing(draft.parties().stream().map(Party::name).toList(), "/parties"));
        if (draft.withholds(WithheldField.PARTIES)) {
            return;
        }
        if (draft.parties().stream().noneMatch(party -> RECEIVING.contains(party.role()))) {
            errors.add(new FieldError("/parties", "An end-user or a consignee is missing."));
        }
    }

    private static void need(boolean given, String pointer, List<FieldError> errors) {
        if (!given) {
            errors.add(new FieldError(pointer, "This is missing."));
        }
    }
}
