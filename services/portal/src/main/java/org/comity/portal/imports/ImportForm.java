package org.comity.portal.imports;

import java.util.List;
import java.util.Objects;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.State;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Labels;
import org.comity.portal.denial.Places;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.jspecify.annotations.Nullable;

/** What is asked once for a file, as a form. */
final class ImportForm {

    private ImportForm() {}

    /** To begin with: labelled as the state set it in the registry, for licensing. */
    static Form blank(List<State> states, Page page) {
        Form form =
                Form.blank().put("permittedUse", Codes.PermittedUse.LICENSING).put("provenance", Codes.Provenance.OWN);
        states.stream()
                .filter(it ->
                        page.person().filter(person -> person.isOf(it.iso2())).isPresent())
                .map(State::defaults)
                .findFirst()
                .ifPresent(defaults -> form.put("tlp", defaults.tlp()));
        return form;
    }

    /** As another file was sent. */
    static Form like(Imports.Settings settings) {
        Form form = Form.blank()
                .put("kind", settings.kind())
                .put("decisionDate", settings.decisionDate())
                .put("basis", settings.basis())
                .put("countryMeans", settings.countryMeans())
                .put("criterion", settings.criterion())
                .put("controlList", settings.controlList())
                .put("suspensionEndsOn", settings.suspensionEndsOn())
                .put("provenance", settings.provenance());
        return ReleaseForm.show(form, settings.releasability(), settings.tlp(), settings.permittedUse());
    }

    /** What was typed; what is no day is a fault of the form. */
    static Imports.Settings read(Form form, DenialTexts texts) {
        Codes.DenialKind kind = form.code("kind", Codes.DenialKind.class);
        Codes.Provenance provenance = form.code("provenance", Codes.Provenance.class);
        return new Imports.Settings(
                kind,
                form.day("decisionDate", texts.notADate()),
                form.code("basis", Codes.DenialBasis.class),
                form.code("countryMeans", Imports.CountryMeaning.class),
                form.code("criterion", Codes.Criterion.class),
                form.code("controlList", Codes.ControlList.class),
                kind == Codes.DenialKind.SUSPENSION ? form.day("suspensionEndsOn", texts.notADate()) : null,
                form.code("tlp", Codes.Tlp.class),
                provenance,
                form.codes("permittedUse", Codes.PermittedUse.class),
                ReleaseForm.releasability(form, derivedFrom(form, provenance)));
    }

    private static Codes.@Nullable Regime derivedFrom(Form form, Codes.@Nullable Provenance provenance) {
        return provenance == Codes.Provenance.REGIME_DERIVED ? form.code("derivedFrom", Codes.Regime.class) : null;
    }

    /** Where it is typed; a regime is asked for with what it was learned in, unless the release is to its members. */
    private static String field(Form form, String pointer) {
        boolean derived = form.has("provenance", Codes.Provenance.REGIME_DERIVED.name());
        if (!pointer.equals("/releasability/regime") || !derived || form.has("mode", Codes.ReleaseMode.REGIME.name())) {
            return Places.of(pointer).field();
        }
        return form.value("mode").isEmpty() ? "mode" : "derivedFrom";
    }

    /** Puts what the service found wrong where it was typed. */
    static void faults(Form form, Refusal refusal, DenialTexts texts, ImportTexts imports, Texts shared) {
        if (Keys.isUsedUp(form, refusal, "/imports", shared)) {
            return;
        }
        for (Problem.Fault fault : refusal.problem().errors()) {
            String pointer = fault.pointer().replaceFirst("^/settings", "");
            if (pointer.equals("/file")) {
                form.refused("file", fault.detail(), imports.ofField(imports.file(), fault.detail()));
                continue;
            }
            String named = pointer.equals("/countryMeans")
                    ? imports.countryAsk()
                    : Labels.of(pointer, texts).orElse("");
            form.refused(
                    field(form, pointer),
                    fault.detail(),
                    named.isEmpty() ? fault.detail() : imports.ofField(named, fault.detail()));
        }
        if (!form.isFaulty()) {
            form.refusedAt(
                    "",
                    Objects.requireNonNullElse(
                            refusal.problem().detail(),
                            Objects.requireNonNullElse(refusal.problem().title(), "")));
        }
    }
}
