package org.comity.portal.denial;

import java.util.Optional;

/** What a field of a denial is called, for a list of faults in which it stands alone. */
public final class Labels {

    private Labels() {}

    /** The name of the field that a JSON pointer leads to; empty where it has none. */
    public static Optional<String> of(String pointer, DenialTexts texts) {
        String[] parts = pointer.split("/");
        for (int at = parts.length - 1; at > 0; at--) {
            Optional<String> label = Optional.ofNullable(label(parts[at], texts));
            if (label.isPresent()) {
                return label;
            }
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable String label(String field, DenialTexts texts) {
        return switch (field) {
            case "kind" -> texts.kind();
            case "decisionDate" -> texts.decisionDate();
            case "basis" -> texts.basis();
            case "destinationState" -> texts.destination();
            case "transitStates" -> texts.transit();
            case "validityPolicy" -> texts.validity();
            case "validFrom" -> texts.validFrom();
            case "suspensionEndsOn" -> texts.suspensionEnds();
            case "finalAssessment" -> texts.finalAssessment();
            case "renewalGrounds" -> texts.renewalGrounds();
            case "supersedes" -> texts.supersedes();
            case "items" -> texts.items();
            case "description" -> texts.description();
            case "controlCode" -> texts.controlCode();
            case "controlList" -> texts.controlListAsk();
            case "productType" -> texts.productType();
            case "sensitivity" -> texts.sensitivity();
            case "quantity" -> texts.quantity();
            case "unit" -> texts.unit();
            case "keyParameters" -> texts.figures();
            case "parties" -> texts.parties();
            case "role" -> texts.role();
            case "name" -> texts.nameAsk();
            case "nativeScriptName" -> texts.nativeName();
            case "aliases" -> texts.aliases();
            case "address", "exporterAddress" -> texts.address();
            case "country" -> texts.country();
            case "entityType" -> texts.entityType();
            case "identifiers" -> texts.identifiers();
            case "statedEndUse" -> texts.statedEndUse();
            case "assessedEndUse" -> texts.assessedEndUse();
            case "reasons" -> texts.reasons();
            case "criterion" -> texts.criterion();
            case "misuseTypes" -> texts.misuse();
            case "rightsEngaged" -> texts.rights();
            case "tearline" -> texts.tearline();
            case "narrative" -> texts.narrative();
            case "releasability", "mode" -> texts.releasedTo();
            case "states" -> texts.statesAsk();
            case "excluded" -> texts.excluded();
            case "regime" -> texts.regimeAsk();
            case "tlp" -> texts.tlp();
            case "permittedUse" -> texts.permittedUse();
            case "provenance" -> texts.provenance();
            case "caveats" -> texts.caveats();
            case "withheld" -> texts.withheldAsk();
            case "nationalRef" -> texts.nationalRef();
            case "exporter" -> texts.exporter();
            case "value" -> texts.value();
            case "currency" -> texts.currencyAsk();
            case "note" -> texts.note();
            case "reason" -> texts.returnAsk();
            default -> null;
        };
    }
}
