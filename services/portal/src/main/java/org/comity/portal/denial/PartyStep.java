package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Somebody in the transaction. */
final class PartyStep implements Step {

    private static final int MOST_IDENTIFIERS = 20;

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Party(
            Page page,
            StepFrame step,
            Form form,
            List<Choice> roles,
            List<Choice> countries,
            List<Choice> entityTypes,
            List<Integer> rows)
            implements TemplateInstance {}

    @Override
    public String path() {
        return "parties";
    }

    @Override
    public boolean isSeveral() {
        return true;
    }

    @Override
    public int count(DenialContent content) {
        return content.parties().size();
    }

    @Override
    public String title(Words words, DenialContent content, int index) {
        return index < count(content)
                ? words.denial.partyChange(
                        Optional.ofNullable(content.parties().get(index).name()).orElseGet(words.denial::unnamed))
                : words.denial.partyNew();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = Form.blank();
        if (index >= count(content)) {
            return form;
        }
        DenialContent.Party party = content.parties().get(index);
        form.put("role", party.role())
                .put("name", party.name())
                .put("nativeScriptName", party.nativeScriptName())
                .put("aliases", String.join("\n", party.aliases()))
                .put("address", party.address())
                .put("country", party.country())
                .put("entityType", party.entityType())
                .put("isNaturalPerson", party.isNaturalPerson());
        for (int row = 0; row < party.identifiers().size(); row++) {
            form.put("identifierType-" + row, party.identifiers().get(row).type())
                    .put("identifierValue-" + row, party.identifiers().get(row).value());
        }
        return form;
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        DraftEditor.put(
                draft.parties,
                index,
                new DenialContent.Party(
                        form.code("role", Codes.PartyRole.class),
                        form.text("name"),
                        form.lines("aliases"),
                        form.text("nativeScriptName"),
                        form.text("address"),
                        form.text("country"),
                        identifiers(form),
                        form.code("entityType", Codes.EntityType.class),
                        form.has("isNaturalPerson", "true") ? true : null));
        return draft.done();
    }

    private static int rows(Form form) {
        return Math.max(form.rows("identifierType"), form.rows("identifierValue"));
    }

    private static List<DenialContent.Identifier> identifiers(Form form) {
        return IntStream.range(0, rows(form))
                .mapToObj(row -> new DenialContent.Identifier(
                        form.value("identifierType", row).strip(),
                        form.value("identifierValue", row).strip()))
                .filter(it -> !it.type().isEmpty() || !it.value().isEmpty())
                .toList();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        DraftEditor draft = new DraftEditor(content);
        draft.parties.remove(index);
        return draft.done();
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        return new Party(
                page,
                step,
                form,
                Choice.all(Codes.PartyRole.class, words.code::partyRole),
                words.countries(),
                Choice.all(Codes.EntityType.class, words.code::entityType),
                IntStream.range(0, Math.min(MOST_IDENTIFIERS, rows(form) + 1))
                        .boxed()
                        .toList());
    }
}
