package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** One item that was denied. */
final class ItemStep implements Step {

    private static final int MOST_FIGURES = 30;

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Item(
            Page page,
            StepFrame step,
            Form form,
            List<Choice> entries,
            List<Choice> lists,
            List<Choice> productTypes,
            List<Choice> sensitivities,
            List<Integer> rows)
            implements TemplateInstance {}

    private final Reference reference;

    ItemStep(Reference reference) {
        this.reference = reference;
    }

    @Override
    public String path() {
        return "items";
    }

    @Override
    public boolean isSeveral() {
        return true;
    }

    @Override
    public int count(DenialContent content) {
        return content.items().size();
    }

    @Override
    public String title(Words words, DenialContent content, int index) {
        return index < count(content) ? words.denial.itemChange(index + 1) : words.denial.itemNew();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = Form.blank();
        if (index >= count(content)) {
            return form;
        }
        DenialContent.Item item = content.items().get(index);
        form.put("description", item.description())
                .put("controlCode", item.controlCode())
                .put("controlList", item.controlList())
                .put("productType", item.productType())
                .put("sensitivity", item.sensitivity())
                .put("quantity", item.quantity())
                .put("unit", item.unit());
        for (int row = 0; row < item.keyParameters().size(); row++) {
            DenialContent.KeyParameter figure = item.keyParameters().get(row);
            form.put("figureName-" + row, figure.name())
                    .put("figureValue-" + row, figure.value())
                    .put("figureUnit-" + row, figure.unit());
        }
        return form;
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        DraftEditor.put(
                draft.items,
                index,
                new DenialContent.Item(
                        code(form.text("controlCode")),
                        form.code("controlList", Codes.ControlList.class),
                        form.code("sensitivity", Codes.Sensitivity.class),
                        form.text("description"),
                        figures(form),
                        form.number("quantity", words.page, words.denial.notANumber()),
                        form.text("unit"),
                        form.code("productType", Codes.ProductType.class)));
        return draft.done();
    }

    /** As the lists write it: letters of the first part large, of the others small. */
    static @Nullable String code(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        int dot = typed.indexOf('.');
        return dot < 0
                ? typed.toUpperCase(Locale.ROOT)
                : typed.substring(0, dot).toUpperCase(Locale.ROOT)
                        + typed.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static int rows(Form form) {
        return Math.max(form.rows("figureName"), Math.max(form.rows("figureValue"), form.rows("figureUnit")));
    }

    /** The rows in which anything was typed; the service says what a row lacks. */
    private static List<DenialContent.KeyParameter> figures(Form form) {
        return IntStream.range(0, rows(form))
                .mapToObj(row -> new DenialContent.KeyParameter(
                        form.value("figureName", row).strip(),
                        form.value("figureValue", row).strip(),
                        form.text("figureUnit-" + row)))
                .filter(it -> !it.name().isEmpty() || !it.value().isEmpty())
                .toList();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        DraftEditor draft = new DraftEditor(content);
        draft.items.remove(index);
        return draft.done();
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        return new Item(
                page,
                step,
                form,
                words.entries(reference.controlListEntries()),
                Choice.all(Codes.ControlList.class, words.code::controlList),
                Choice.all(Codes.ProductType.class, words.code::productType),
                Choice.all(Codes.Sensitivity.class, words.code::sensitivity),
                IntStream.range(0, Math.min(MOST_FIGURES, rows(form) + 2))
                        .boxed()
                        .toList());
    }
}
