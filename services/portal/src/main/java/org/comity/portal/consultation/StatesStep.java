package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.Reference;
import org.comity.portal.api.State;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Whom one asks. What was cited to a state that stays, stays cited. */
record StatesStep(Reference reference) implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftStates(Page page, StepFrame step, Form form, boolean cites, List<Choice> states)
            implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).statesTitle();
    }

    @Override
    public Form show(ConsultationContent draft) {
        return Form.blank()
                .put(
                        "states",
                        draft.consultedStates().stream()
                                .map(ConsultationContent.Consulted::state)
                                .toList());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        return draft.with(form.all("states").stream()
                .distinct()
                .map(it -> draft.consulted(it).orElseGet(() -> new ConsultationContent.Consulted(it, List.of())))
                .toList());
    }

    /** Every subscribing state but the own; those of the draft too, so that none is dropped unseen. */
    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        List<String> states = Stream.concat(
                        reference.subscribingStates().stream().map(State::iso2),
                        draft.consultedStates().stream().map(ConsultationContent.Consulted::state))
                .filter(it -> page.person().filter(person -> person.isOf(it)).isEmpty())
                .distinct()
                .toList();
        boolean cites =
                draft.consultedStates().stream().anyMatch(it -> !it.denialRefs().isEmpty());
        return new DraftStates(page, step, form, cites, Countries.choices(states, page.locale()));
    }
}
