package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.comity.portal.api.Codes;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Somebody in the candidate transaction. */
record PartiesStep(int index) implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftParty(Page page, StepFrame step, Form form, List<Choice> roles, List<Choice> countries)
            implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        DraftTexts texts = page.texts(DraftTexts.class);
        List<ConsultationContent.Party> parties = draft.transaction().parties();
        return index < parties.size()
                ? texts.partyChange(
                        Objects.requireNonNullElseGet(parties.get(index).name(), () -> page.texts(DenialTexts.class)
                                .unnamed()))
                : texts.partyNew();
    }

    @Override
    public Form show(ConsultationContent draft) {
        List<ConsultationContent.Party> parties = draft.transaction().parties();
        if (index >= parties.size()) {
            return Form.blank();
        }
        ConsultationContent.Party party = parties.get(index);
        return Form.blank()
                .put("role", party.role())
                .put("name", party.name())
                .put("nativeScriptName", party.nativeScriptName())
                .put("country", party.country())
                .put("isNaturalPerson", party.isNaturalPerson());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        List<ConsultationContent.Party> parties =
                new ArrayList<>(draft.transaction().parties());
        ConsultationContent.Party typed = new ConsultationContent.Party(
                form.code("role", Codes.PartyRole.class),
                form.text("name"),
                form.text("nativeScriptName"),
                form.text("country"),
                form.has("isNaturalPerson", "true") ? true : null);
        if (index < parties.size()) {
            parties.set(index, typed);
        } else {
            parties.add(typed);
        }
        return draft.with(draft.transaction().withParties(parties));
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        CodeTexts codes = page.texts(CodeTexts.class);
        return new DraftParty(
                page,
                step,
                form,
                Choice.all(Codes.PartyRole.class, codes::partyRole),
                Countries.choices(page.locale()));
    }
}
