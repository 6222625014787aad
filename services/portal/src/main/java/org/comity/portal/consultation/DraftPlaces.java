package org.comity.portal.consultation;

import java.util.List;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Where a JSON pointer of a drafted consultation is typed, and what that field is called. */
final class DraftPlaces {

    private DraftPlaces() {}

    /**
     * A field of a step.
     *
     * @param step as in an address, such as {@code items/0}; empty for the list of steps
     * @param field the id of the input; empty for the step as a whole
     */
    record Place(String step, String field) {}

    /** Where that pointer is typed; the list of steps where it is nowhere. */
    static Place of(String pointer, ConsultationContent sent) {
        List<String> parts = List.of(pointer.replaceFirst("^/", "").split("/"));
        return switch (parts.getFirst()) {
            case "type" -> new Place("type", "type");
            case "question", "tlp" -> new Place("question", parts.getFirst());
            case "internalRef" -> new Place("own", "internalRef");
            case "nationalAnnex" -> new Place("own", parts.size() > 1 ? parts.get(1) : "exporter");
            case "consultedStates" -> consulted(parts, sent);
            case "candidateTransaction" -> transaction(parts);
            default -> new Place("", "");
        };
    }

    private static Place consulted(List<String> parts, ConsultationContent sent) {
        if (parts.size() > 2 && parts.get(2).equals("denialRefs")) {
            int at = Integer.parseInt(parts.get(1));
            if (at < sent.consultedStates().size()) {
                return new Place("states/" + sent.consultedStates().get(at).state(), "theirs");
            }
        }
        return new Place("states", "states");
    }

    private static Place transaction(List<String> parts) {
        if (parts.size() == 1) {
            return new Place("transaction", "destination");
        }
        String part = parts.get(1);
        if (!part.equals("items") && !part.equals("parties")) {
            return new Place("transaction", part);
        }
        return parts.size() == 2
                ? new Place(part, "")
                : new Place(part + "/" + parts.get(2), parts.size() == 3 ? "" : field(parts));
    }

    private static String field(List<String> parts) {
        if (parts.get(3).equals("keyParameters") && parts.size() == 6) {
            String name = parts.get(5);
            return "figure" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "-"
                    + parts.get(4);
        }
        return parts.get(3);
    }

    /**
     * Puts the faults that the service found on a form, each where it was typed.
     *
     * @param here the step whose page shows the form; its faults stand at their fields
     * @param base where the steps are; empty before there is a draft
     */
    static void faults(Form form, Refusal refusal, String here, String base, ConsultationContent sent, Page page) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        for (Problem.Fault fault : refusal.problem().errors()) {
            Place place = of(fault.pointer(), sent);
            String label = label(fault.pointer(), place, page);
            String named = label.isEmpty() ? fault.detail() : texts.faultOf(label, fault.detail());
            if (place.step().equals(here) && !place.field().isEmpty()) {
                form.refused(place.field(), fault.detail(), named);
            } else {
                String anchor = place.field().isEmpty() ? "" : "#" + place.field();
                form.refusedAt(
                        place.step().isEmpty() ? base : base + "/" + place.step() + anchor, fault.detail(), named);
            }
        }
        if (!form.isFaulty()) {
            form.refusedAt("", Desk.detail(refusal));
        }
    }

    private static String label(String pointer, Place place, Page page) {
        DraftTexts texts = page.texts(DraftTexts.class);
        DenialTexts denial = page.texts(DenialTexts.class);
        if (place.step().startsWith("states/")) {
            return texts.citeTitle(page.country(place.step().substring("states/".length())));
        }
        return switch (pointer.substring(pointer.lastIndexOf('/') + 1)) {
            case "type" -> place.step().equals("type") ? texts.typeTitle() : "";
            case "question" -> texts.questionAsk();
            case "tlp" -> texts.tlpAsk();
            case "items" -> texts.taskItems();
            case "parties" -> texts.taskParties();
            case "consultedStates", "state" -> texts.taskStates();
            case "destination" -> denial.destination();
            case "statedEndUse" -> denial.statedEndUse();
            case "description" -> denial.description();
            case "controlCode" -> denial.controlCode();
            case "controlList" -> denial.controlListAsk();
            case "quantity" -> denial.quantity();
            case "unit" -> denial.unit();
            case "name" -> place.step().startsWith("items") ? denial.figureName() : denial.nameAsk();
            case "role" -> denial.role();
            case "nativeScriptName" -> denial.nativeName();
            case "country" -> denial.country();
            case "value" -> denial.value();
            case "currency" -> denial.currencyAsk();
            case "internalRef" -> texts.ownRef();
            case "exporter" -> denial.exporter();
            case "exporterAddress" -> denial.address();
            case "note" -> denial.note();
            default -> "";
        };
    }
}
