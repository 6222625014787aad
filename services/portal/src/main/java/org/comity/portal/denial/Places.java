package org.comity.portal.denial;

import java.util.Map;
import java.util.Set;

/** Where a JSON pointer of the denials service is typed: which step, and which field of it. */
public final class Places {

    private static final Set<String> SEVERAL = Set.of("items", "parties", "reasons");
    private static final Set<String> DAYS = Set.of("decisionDate", "validFrom", "suspensionEndsOn");
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("statedEndUse", "end-use"),
            Map.entry("assessedEndUse", "end-use"),
            Map.entry("tlp", "release"),
            Map.entry("permittedUse", "release"),
            Map.entry("provenance", "release"),
            Map.entry("caveats", "release"),
            Map.entry("withheld", "release"),
            Map.entry("releasability", "release"),
            Map.entry("nationalRef", "annex"),
            Map.entry("nationalAnnex", "annex"));
    private static final Map<String, String> ROWS = Map.of(
            "keyParameters/name", "figureName",
            "keyParameters/value", "figureValue",
            "keyParameters/unit", "figureUnit",
            "identifiers/type", "identifierType",
            "identifiers/value", "identifierValue");

    private Places() {}

    /**
     * A field of a step.
     *
     * @param step as in an address, such as {@code items/0}; a list as a whole is {@code items}
     * @param field the id of the input; empty for the step as a whole
     */
    public record Place(String step, String field) {}

    /** Where that pointer is typed; the list of steps where it is nowhere. */
    public static Place of(String pointer) {
        String[] parts = pointer.replaceFirst("^/", "").split("/");
        String top = parts[0];
        if (SEVERAL.contains(top)) {
            return parts.length == 1
                    ? new Place(top, "")
                    : new Place(top + "/" + parts[1], parts.length == 2 ? "" : field(parts, 2));
        }
        if (top.isEmpty()) {
            return new Place("", "");
        }
        return new Place(STEPS.getOrDefault(top, "decision"), top(parts));
    }

    private static String top(String[] parts) {
        return switch (parts[0]) {
            case "releasability" -> parts.length == 1 ? "mode" : parts[1];
            case "nationalAnnex" -> parts.length == 1 ? "exporter" : parts[1];
            case "externalRefs" -> parts.length == 3 ? externalRef(parts[2]) + "-" + parts[1] : "externalRefs";
            case "transitStates" -> parts.length == 1 ? "transitStates" : "transitStates-" + parts[1];
            default -> DAYS.contains(parts[0]) ? parts[0] + "-day" : parts[0];
        };
    }

    private static String externalRef(String field) {
        return field.equals("system") ? Elsewhere.SYSTEM : Elsewhere.REFERENCE;
    }

    private static String field(String[] parts, int from) {
        if (parts.length == from + 3) {
            String row = ROWS.get(parts[from] + "/" + parts[from + 2]);
            if (row != null) {
                return row + "-" + parts[from + 1];
            }
        }
        return parts[from];
    }
}
