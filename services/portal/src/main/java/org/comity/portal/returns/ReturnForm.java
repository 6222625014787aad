package org.comity.portal.returns;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Labels;
import org.comity.portal.denial.Places;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** The lines of a return as repeated fields of a form: {@code destinationState-0} and so on. */
final class ReturnForm {

    /** As many lines as the pages of the portal take; a national system may give more. */
    static final int MOST_LINES = 90;

    private static final List<String> FIELDS =
            List.of("destinationState", "controlCode", "description", "licencesDenied", "units", "reason");

    private ReturnForm() {}

    /** What was sent, without the lines in which nothing was typed: the service counts those that are left. */
    static Form closed(Map<String, List<String>> sent) {
        Form all = Form.of(sent);
        Map<String, List<String>> kept = new LinkedHashMap<>(sent);
        kept.keySet().removeIf(ReturnForm::isOfLine);
        int to = 0;
        for (int from = 0; from < rows(all); from++) {
            int row = from;
            if (FIELDS.stream().allMatch(field -> all.value(field, row).isBlank())) {
                continue;
            }
            for (String field : FIELDS) {
                kept.put(field + "-" + to, List.of(all.value(field, row)));
            }
            to++;
        }
        return Form.of(kept);
    }

    private static boolean isOfLine(String name) {
        return FIELDS.stream().anyMatch(field -> name.matches(field + "-\\d{1,2}"));
    }

    /** How many lines something was typed in. */
    static int rows(Form form) {
        return FIELDS.stream().mapToInt(form::rows).max().orElse(0);
    }

    /** A form with these lines. */
    static Form show(Form form, List<Returns.Line> lines) {
        IntStream.range(0, Math.min(lines.size(), MOST_LINES)).forEach(row -> {
            Returns.Line line = lines.get(row);
            form.put("destinationState-" + row, line.destinationState())
                    .put("controlCode-" + row, line.controlCode())
                    .put("description-" + row, line.description())
                    .put("licencesDenied-" + row, line.licencesDenied())
                    .put("units-" + row, line.units())
                    .put("reason-" + row, line.reason());
        });
        return form;
    }

    /** The lines that were typed; what is no number is a fault of the form. */
    static List<Returns.Line> lines(Form form, Page page, ReturnTexts texts) {
        return IntStream.range(0, rows(form))
                .mapToObj(row -> new Returns.Line(
                        form.text("destinationState-" + row),
                        form.text("controlCode-" + row),
                        form.text("description-" + row),
                        whole(form, "licencesDenied", row, texts.licences(), page, texts)
                                .filter(it -> isOf(it, Integer.MAX_VALUE, form, "licencesDenied-" + row, texts))
                                .map(BigDecimal::intValue)
                                .orElse(null),
                        whole(form, "units", row, texts.units(), page, texts)
                                .map(BigDecimal::longValue)
                                .orElse(null),
                        form.code("reason-" + row, Codes.Criterion.class)))
                .toList();
    }

    private static boolean isOf(BigDecimal number, int most, Form form, String name, ReturnTexts texts) {
        if (number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return true;
        }
        form.fault(name, texts.notWhole());
        return false;
    }

    private static Optional<BigDecimal> whole(
            Form form, String field, int row, String label, Page page, ReturnTexts texts) {
        return Optional.ofNullable(form.wholeNumber(
                field + "-" + row, page, texts.notWhole(), fault -> texts.lineFault(row + 1, label, fault)));
    }

    /** Puts what the service found wrong where it was typed. */
    static void faults(Form form, Refusal refusal, Returns.Kind kind, ReturnTexts texts, DenialTexts denial) {
        for (Problem.Fault fault : refusal.problem().errors()) {
            String[] parts = fault.pointer().split("/");
            if (parts.length == 4 && parts[1].equals("lines") && parts[2].matches("\\d{1,2}")) {
                int row = Integer.parseInt(parts[2]);
                form.refused(
                        parts[3] + "-" + row,
                        fault.detail(),
                        texts.lineFault(row + 1, label(parts[3], texts), fault.detail()));
            } else if (parts.length >= 2 && parts[1].equals("lines")) {
                if (kind == Returns.Kind.NIL) {
                    form.refusedAt("", fault.detail());
                } else {
                    form.fault("destinationState-0", texts.noLines());
                }
            } else if (parts.length >= 2 && !parts[1].equals("period")) {
                form.refused(
                        Places.of(fault.pointer()).field(),
                        fault.detail(),
                        Labels.of(fault.pointer(), denial)
                                .map(it -> texts.fieldFault(it, fault.detail()))
                                .orElse(fault.detail()));
            } else {
                form.refusedAt("", fault.detail());
            }
        }
        if (!form.isFaulty()) {
            form.refusedAt("", said(refusal));
        }
    }

    private static String said(Refusal refusal) {
        @Nullable String detail = refusal.problem().detail();
        return detail == null || detail.isBlank()
                ? Objects.requireNonNullElse(refusal.problem().title(), "")
                : detail;
    }

    private static String label(String field, ReturnTexts texts) {
        return switch (field) {
            case "destinationState" -> texts.destination();
            case "controlCode" -> texts.entry();
            case "description" -> texts.description();
            case "licencesDenied" -> texts.licences();
            case "units" -> texts.unitsShown();
            default -> texts.reason();
        };
    }
}
