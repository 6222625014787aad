package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** What was decided, when, why a licence was needed, and where the export was to go. */
final class DecisionStep implements Step {

    private static final int MOST_TRANSITS = 20;
    private static final String ERASE = "eraseAssessment";

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decision(
            Page page,
            StepFrame step,
            Form form,
            List<Choice> kinds,
            List<Choice> bases,
            List<Choice> countries,
            List<Choice> validities,
            List<Integer> transitRows,
            boolean transitOpen,
            List<Choice> systems,
            List<Integer> refRows,
            boolean refsOpen,
            boolean erasing,
            String example)
            implements TemplateInstance {}

    @Override
    public String path() {
        return "decision";
    }

    @Override
    public boolean isSeveral() {
        return false;
    }

    @Override
    public int count(DenialContent content) {
        return 1;
    }

    @Override
    public String title(Words words, DenialContent content, int index) {
        return words.denial.decisionTitle();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = Form.blank()
                .put("kind", content.kind())
                .put("decisionDate", content.decisionDate())
                .put("basis", content.basis())
                .put("destinationState", content.destinationState())
                .put("validityPolicy", content.validityPolicy())
                .put("validFrom", content.validFrom())
                .put("suspensionEndsOn", content.suspensionEndsOn())
                .put("finalAssessment", content.finalAssessment())
                .put("supersedes", content.supersedes());
        Elsewhere.show(form, content.externalRefs());
        List<String> transits = content.transitStates();
        IntStream.range(0, transits.size()).forEach(row -> form.put("transitStates-" + row, transits.get(row)));
        return form;
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        draft.kind = form.code("kind", Codes.DenialKind.class);
        draft.suspensionEndsOn = draft.kind == Codes.DenialKind.SUSPENSION
                ? form.day("suspensionEndsOn", words.denial.notADate())
                : null;
        draft.finalAssessment = assessment(content, form, words);
        draft.externalRefs = Elsewhere.read(form);
        draft.supersedes = form.text("supersedes");
        draft.decisionDate = form.day("decisionDate", words.denial.notADate());
        draft.basis = form.code("basis", Codes.DenialBasis.class);
        draft.destinationState = form.text("destinationState");
        draft.transitStates = IntStream.range(0, form.rows("transitStates"))
                .mapToObj(row -> form.value("transitStates-" + row))
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
        draft.validityPolicy = form.code("validityPolicy", Codes.ValidityPolicy.class);
        draft.validFrom = form.day("validFrom", words.denial.notADate());
        return draft.done();
    }

    /** Only a suspension has one: what a denial has is erased by a word of its own, and not by choosing another kind. */
    private static @Nullable String assessment(DenialContent content, Form form, Words words) {
        String typed = form.text("finalAssessment");
        if (form.has("kind", Codes.DenialKind.SUSPENSION.name())) {
            return typed;
        }
        // with script, what is folded away is not sent
        String kept = typed == null ? content.finalAssessment() : typed;
        form.put("finalAssessment", kept);
        if (kept == null || form.has(ERASE, "yes")) {
            return null;
        }
        form.fault(ERASE, words.look.assessmentGoes());
        return kept;
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        return content;
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        int transits = form.rows("transitStates");
        LocalDate example = page.today().minusDays(7);
        return new Decision(
                page,
                step,
                form,
                Choice.all(Codes.DenialKind.class, words.code::kind, words.code::kindHint),
                Choice.all(Codes.DenialBasis.class, words.code::basis),
                words.countries(),
                Choice.all(Codes.ValidityPolicy.class, words.code::validity),
                IntStream.range(0, Math.min(MOST_TRANSITS, transits + 2))
                        .boxed()
                        .toList(),
                transits > 0,
                Elsewhere.systems(words),
                IntStream.range(0, Elsewhere.shown(form)).boxed().toList(),
                Elsewhere.rows(form) > 0 || form.text("supersedes") != null,
                form.error(ERASE) != null || form.has(ERASE, "yes"),
                example.getDayOfMonth() + " " + example.getMonthValue() + " " + example.getYear());
    }
}
