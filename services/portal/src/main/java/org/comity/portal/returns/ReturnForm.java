package org.comity.portal.returns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Faults;

/** What is asked for a return, described once. */
final class ReturnForm {

    /** As many lines as the pages of the portal take; a national system may give more. */
    private static final int MOST_LINES = 90;

    private static final int SPARE_LINES = 3;

    private ReturnForm() {}

    /** The lines of a return in sum. */
    static Field lines(Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        List<Choice> countries = new Words(page).countries();
        List<Choice> criteria = Choice.all(Codes.Criterion.class, page.texts(CodeTexts.class)::criterion);
        return Field.rows("lines", "", MOST_LINES, SPARE_LINES, at -> {
            String line = texts.lineTitle(at + 1) + ", ";
            return List.of(
                    Field.select("destinationState", texts.destination(), countries)
                            .called(line + texts.destination())
                            .open(),
                    Field.input("controlCode", texts.entry())
                            .called(line + texts.entry())
                            .listed("codes"),
                    Field.input("description", texts.description()).called(line + texts.description()),
                    Field.number("licencesDenied", texts.licences())
                            .called(line + texts.licences())
                            .whole(texts.notWhole(), Integer.MAX_VALUE),
                    Field.number("units", texts.units())
                            .called(line + texts.unitsShown())
                            .whole(texts.notWhole(), Long.MAX_VALUE),
                    Field.select("reason", texts.reason(), criteria).called(line + texts.reason()));
        });
    }

    /** Why a return is nil although there are denials. */
    static Field nilBecause(Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        return Field.area("nilBecause", texts.nilBecauseAsk(), 3)
                .called(texts.nilBecause())
                .hint(texts.nilBecauseHint());
    }

    /** A form with these lines. */
    static Form show(Form form, List<Returns.Line> lines, Page page) {
        lines(page)
                .binding()
                .show(Json.tree(Map.of("lines", lines.stream().limit(MOST_LINES).toList())), form);
        return form;
    }

    /** The lines that were typed, those left empty closed up; what is no number is a fault of the form. */
    static List<Returns.Line> read(Form form, Page page) {
        ObjectNode said = Json.object();
        lines(page).binding().read(form, said, page);
        return Json.elements(said, "lines").stream()
                .map(it -> Json.content(it, Returns.Line.class))
                .toList();
    }

    /** Puts what the service found wrong where it was typed. */
    static void faults(Form form, Refusal refusal, Returns.Kind kind, Reference reference, Page page) {
        List<Field> fields = new ArrayList<>(ReleaseForm.fields(reference.subscribingStates(), new Words(page)));
        fields.add(
                switch (kind) {
                    case NIL -> nilBecause(page);
                    case AGGREGATE -> lines(page);
                });
        Faults.put(form, refusal, fields, pointer -> Optional.empty(), page);
    }
}
