package org.comity.portal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.State;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Faults;

/** What is asked once for a file, described once. */
final class ImportForm {

    private ImportForm() {}

    /** The fields, in their order. */
    static List<Field> fields(Page page, Reference reference) {
        Words words = new Words(page);
        DenialTexts denial = page.texts(DenialTexts.class);
        CodeTexts code = page.texts(CodeTexts.class);
        ImportTexts texts = page.texts(ImportTexts.class);
        List<State> states = reference.subscribingStates();
        List<Field> fields = new ArrayList<>(List.of(
                Field.select("kind", denial.kindAsk(), Choice.all(Codes.DenialKind.class, code::kind))
                        .called(denial.kind()),
                Field.day("decisionDate", denial.decisionDateAsk())
                        .called(denial.decisionDate())
                        .hint(denial.dateHint(words.example())),
                Field.day("suspensionEndsOn", texts.suspensionAsk())
                        .called(denial.suspensionEnds())
                        .hint(texts.suspensionHint())
                        .onlyWhere("kind", Codes.DenialKind.SUSPENSION.name()),
                Field.radio("basis", denial.basisAsk(), Choice.all(Codes.DenialBasis.class, code::basis))
                        .called(denial.basis()),
                Field.radio(
                        "countryMeans",
                        texts.countryAsk(),
                        Choice.all(Imports.CountryMeaning.class, texts::countryMeans, texts::countryMeansHint)),
                Field.select("criterion", texts.criterionAsk(), Choice.all(Codes.Criterion.class, code::criterion))
                        .called(denial.criterion())
                        .none(texts.criterionNone()),
                Field.select(
                                "controlList",
                                texts.controlListAsk(),
                                Choice.all(Codes.ControlList.class, code::controlList))
                        .called(denial.controlListAsk())
                        .none(texts.controlListNone())));
        fields.add(ReleaseForm.draft(states, words));
        return fields;
    }

    /** To begin with: labelled as the state set it in the registry, for licensing. */
    static Form blank(Page page, Reference reference) {
        return Form.blank()
                .put("permittedUse", Codes.PermittedUse.LICENSING)
                .put("provenance", Codes.Provenance.OWN)
                .put("tlp", ReleaseForm.ownMarking(page, reference).orElse(null));
    }

    /** As another file was sent. */
    static Form like(Imports.Settings settings, List<Field> fields) {
        Form form = Form.blank();
        JsonNode said = Json.tree(settings);
        fields.forEach(it -> it.binding().show(said, form));
        return form;
    }

    /** What was typed; what is no day is a fault of the form. */
    static Imports.Settings read(Form form, List<Field> fields, Page page) {
        ObjectNode said = Json.object();
        fields.forEach(it -> it.binding().read(form, said, page));
        return Json.content(said, Imports.Settings.class);
    }

    /** Puts what the service found wrong where it was typed. */
    static void faults(Form form, Refusal refusal, List<Field> fields, Page page) {
        if (Keys.isUsedUp(form, refusal, "/imports", page.texts(Texts.class))) {
            return;
        }
        ImportTexts texts = page.texts(ImportTexts.class);
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.input("file", texts.file()));
        Faults.put(
                form,
                refusal,
                all,
                pointer -> Optional.of(pointer.replaceFirst("^(/settings)?/", "")),
                pointer -> Optional.empty(),
                page);
    }
}
