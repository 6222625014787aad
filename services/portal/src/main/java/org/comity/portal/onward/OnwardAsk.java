package org.comity.portal.onward;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Onward;
import org.comity.portal.api.Reference;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Asks for the onward release of one denial. */
@Singleton
class OnwardAsk implements RecordSteps<Denial> {

    private final Reference reference;

    OnwardAsk(Reference reference) {
        this.reference = reference;
    }

    @Override
    public List<Step<Denial>> all() {
        return List.of(Step.of("onward", OnwardAsk::isOfAnother)
                .asks((one, form, page) -> asked(one, page))
                .sends((one, form, page) -> new Onward.Ask(form.all("states"), form.text("reason")))
                .to("onward-requests")
                .keyed(one -> "/onward")
                .done((before, answer, form) ->
                        "/onward/" + answer.getEntity().path("id").asText() + "?done=" + Onward.Status.ASKED));
    }

    /** A state releases its own denial without asking; for its desk there is no such page. */
    private static boolean isOfAnother(Denial one, Page page) {
        if (page.isOf(one.originatorState())) {
            throw new NotFoundException();
        }
        return true;
    }

    private Asked asked(Denial one, Page page) {
        OnwardTexts texts = page.texts(OnwardTexts.class);
        List<Choice> states = new Words(page)
                .states(reference.subscribingStates().stream()
                        .filter(it -> !it.iso2().equals(one.originatorState()))
                        .filter(it -> !page.isOf(it.iso2()))
                        .toList());
        return Asked.of(texts.askTitle(), texts.askNow())
                .text(texts.askIntro())
                .carryingKey()
                .field(Field.checks("states", texts.statesAsk(), states)
                        .called(texts.wanted())
                        .inColumns())
                .field(Field.area("reason", texts.reasonAsk(), 5)
                        .called(texts.reason())
                        .hint(texts.reasonHint())
                        .most(4000));
    }
}
