package org.comity.portal.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.History;
import org.comity.portal.api.Reference;
import org.comity.portal.denial.DenialForm;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** Differences between two versions, in words: what a field is called, and what its codes mean. */
final class ChangeWords {

    /**
     * A difference, side by side.
     *
     * @param before lines; none where nothing stood there
     */
    record Row(String what, History.ChangeKind kind, List<String> before, List<String> after) {}

    private final Page page;
    private final DenialTexts denial;
    private final CodeTexts code;
    private final HistoryTexts texts;
    private final Reference reference;

    ChangeWords(Page page, Reference reference) {
        this.page = page;
        this.reference = reference;
        this.denial = page.texts(DenialTexts.class);
        this.code = page.texts(CodeTexts.class);
        this.texts = page.texts(HistoryTexts.class);
    }

    Row row(History.Change change) {
        String field = field(change.pointer());
        String label = change.label();
        return new Row(
                // an entry that came or went is named by its own lines
                label == null || isEntry(change) ? field : texts.entry(inWords(change.pointer(), label), field),
                change.kind(),
                lines(change.pointer(), change.before()),
                lines(change.pointer(), change.after()));
    }

    private static boolean isEntry(History.Change change) {
        JsonNode there = change.after() == null ? change.before() : change.after();
        return there != null && there.isObject();
    }

    /** A reason is called by its ground, which is a code. */
    private String inWords(String pointer, String label) {
        return pointer.startsWith("/reasons/")
                ? coded(label, Codes.Criterion.class, code::criterion)
                : pointer.startsWith("/withheld/") ? coded(label, Codes.WithheldField.class, code::field) : label;
    }

    private String field(String pointer) {
        return switch (name(pointer)) {
            case "nationalAnnex" -> texts.annex();
            case "externalRefs" -> texts.externalRefs();
            case "isNaturalPerson" -> denial.naturalPerson();
            case "supersedes" -> denial.supersedes();
            case "system" -> texts.system();
            case "ref" -> texts.ref();
            case "type" -> texts.type();
            case "ground", "field" -> denial.withheldAsk();
            case "renewalGrounds" -> denial.renewalGrounds();
            // an element of a list is called as the list
            default ->
                DenialForm.label(pointer.replaceFirst("/\\d+$", ""), page, reference)
                        .orElse(name(pointer));
        };
    }

    /** The last part of a pointer that is a name and not a place in a list. */
    private static String name(String pointer) {
        String[] parts = pointer.split("/");
        return Arrays.stream(parts)
                .filter(it -> !it.isEmpty() && !it.matches("\\d+"))
                .reduce((before, last) -> last)
                .orElse("");
    }

    private List<String> lines(String pointer, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return List.of();
        }
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(entry -> lines.addAll(lines(pointer, entry)));
            return lines;
        }
        if (value.isObject()) {
            List<String> lines = new ArrayList<>();
            value.properties().forEach(it -> {
                String there = pointer + "/" + it.getKey();
                String words = String.join(", ", lines(there, it.getValue()));
                if (!words.isEmpty()) {
                    lines.add(texts.line(field(there), words));
                }
            });
            return lines;
        }
        return List.of(leaf(name(pointer), value));
    }

    private String leaf(String name, JsonNode value) {
        String text = value.asText();
        return switch (name) {
            case "kind" -> coded(text, Codes.DenialKind.class, code::kind);
            case "basis" -> coded(text, Codes.DenialBasis.class, code::basis);
            case "controlList" -> coded(text, Codes.ControlList.class, code::controlList);
            case "sensitivity" -> coded(text, Codes.Sensitivity.class, code::sensitivity);
            case "productType" -> coded(text, Codes.ProductType.class, code::productType);
            case "role" -> coded(text, Codes.PartyRole.class, code::partyRole);
            case "entityType" -> coded(text, Codes.EntityType.class, code::entityType);
            case "criterion" -> coded(text, Codes.Criterion.class, code::criterion);
            case "misuseTypes" -> coded(text, Codes.MisuseType.class, code::misuse);
            case "rightsEngaged" -> coded(text, Codes.Right.class, code::right);
            case "validityPolicy" -> coded(text, Codes.ValidityPolicy.class, code::validity);
            case "tlp" -> coded(text, Codes.Tlp.class, Codes.Tlp::label);
            case "mode" -> coded(text, Codes.ReleaseMode.class, code::releasedTo);
            case "regime" -> coded(text, Codes.Regime.class, code::regime);
            case "permittedUse" -> coded(text, Codes.PermittedUse.class, code::permittedUse);
            case "provenance" -> coded(text, Codes.Provenance.class, code::provenance);
            case "ground" -> coded(text, Codes.WithheldGround.class, code::ground);
            case "field" -> coded(text, Codes.WithheldField.class, code::field);
            case "country", "destinationState", "transitStates", "states", "excluded" -> page.country(text);
            case "decisionDate", "validFrom", "suspensionEndsOn" ->
                day(text).map(page::day).orElse(text);
            default -> value.isBoolean() ? value.asBoolean() ? texts.yes() : texts.no() : number(value, text);
        };
    }

    private String number(JsonNode value, String text) {
        return value.isNumber() ? page.number(value.decimalValue()) : text;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> String coded(String text, Class<E> codes, Function<E, String> words) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .map(words)
                .orElse(text);
    }
}
