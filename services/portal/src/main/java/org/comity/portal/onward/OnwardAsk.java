package org.comity.portal.onward;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Onward;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialSteps;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;

/** Asks for the onward release of one denial. */
@Singleton
class OnwardAsk implements DenialSteps {
    private final Services services;
    private final Reference reference;

    OnwardAsk(Services services, Reference reference) {
        this.services = services;
        this.reference = reference;
    }

    @Override
    public List<Step<Denial>> of(UUID id) {
        return List.of(Step.of("onward", OnwardAsk::isOfAnother)
                .asks((one, form, page) -> asked(one, page))
                .sends(
                        (one, form, page) -> new Onward.Ask(form.all("states"), form.text("reason")),
                        (key, body) -> services.at("/denials/v1/denials/{id}/onward-requests", id)
                                .create(key, body, Onward.Request.class))
                .keyed("/onward")
                .done((before, answer, form) ->
                        "/onward/" + ((Onward.Request) answer.getEntity()).id() + "?done=" + Onward.Status.ASKED));
    }

    /** Of one's own one releases without asking; for the own desk there is no such page. */
    private static boolean isOfAnother(Denial one, Page page) {
        if (page.person().filter(it -> it.isOf(one.originatorState())).isPresent()) {
            throw new NotFoundException();
        }
        return true;
    }

    private Asked asked(Denial one, Page page) {
        OnwardTexts texts = page.texts(OnwardTexts.class);
        List<Choice> states = new Words(page)
                .states(reference.subscribingStates().stream()
                        .filter(it -> !it.iso2().equals(one.originatorState()))
                        .filter(it -> page.person().stream().noneMatch(person -> person.isOf(it.iso2())))
                        .toList());
        return Asked.of(texts.askTitle(), texts.askNow())
                .text(texts.askIntro())
                .keyed()
                .field(Field.checks("states", texts.statesAsk(), states)
                        .called(texts.wanted())
                        .inColumns())
                .field(Field.area("reason", texts.reasonAsk(), 5)
                        .called(texts.reason())
                        .hint(texts.reasonHint())
                        .most(4000));
    }
}
