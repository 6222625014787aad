package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** To whom the drafter would release the denial, how it is marked, and what is held back. */
final class ReleaseStep implements Step {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Release(
            Page page,
            StepFrame step,
            Form form,
            List<Choice> modes,
            List<Choice> states,
            List<Choice> regimes,
            List<Choice> tlps,
            List<Choice> uses,
            List<Choice> provenances,
            List<Choice> fields,
            List<Choice> grounds,
            boolean withholding)
            implements TemplateInstance {}

    private final Reference reference;

    ReleaseStep(Reference reference) {
        this.reference = reference;
    }

    @Override
    public String path() {
        return "release";
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
        return words.denial.releaseTitle();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = ReleaseForm.show(Form.blank(), content)
                .put("provenance", content.provenance())
                .put("caveats", String.join("\n", content.caveats()));
        content.withheld().forEach(it -> form.put("withheld-" + it.field(), it.ground()));
        return form;
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        draft.provenance = form.code("provenance", Codes.Provenance.class);
        draft.releasability = ReleaseForm.releasability(
                form,
                draft.provenance == Codes.Provenance.REGIME_DERIVED
                        ? form.code("derivedFrom", Codes.Regime.class)
                        : null);
        draft.tlp = form.code("tlp", Codes.Tlp.class);
        draft.permittedUse = form.codes("permittedUse", Codes.PermittedUse.class);
        draft.caveats = form.lines("caveats");
        draft.withheld = Arrays.stream(Codes.WithheldField.values())
                .flatMap(field -> Stream.ofNullable(form.code("withheld-" + field, Codes.WithheldGround.class))
                        .map(ground -> new DenialContent.Withheld(field, ground)))
                .toList();
        return draft.done();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        return content;
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        var choices = ReleaseForm.Choices.of(reference.subscribingStates(), page, words);
        return new Release(
                page,
                step,
                form,
                choices.modes(),
                choices.states(),
                choices.regimes(),
                choices.tlps(),
                choices.uses(),
                Choice.all(Codes.Provenance.class, words.code::provenance),
                Choice.all(Codes.WithheldField.class, words.code::field),
                Choice.all(Codes.WithheldGround.class, words.code::ground),
                Arrays.stream(Codes.WithheldField.values())
                        .anyMatch(it -> !form.value("withheld-" + it).isEmpty()));
    }
}
