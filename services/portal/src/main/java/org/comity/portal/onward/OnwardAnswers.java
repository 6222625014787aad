package org.comity.portal.onward;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Onward;
import org.comity.portal.form.Field;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** The originator grants a request for onward release or refuses it; the state that asked withdraws it. */
@Singleton
class OnwardAnswers implements RecordSteps<Onward.Request> {

    @Override
    public List<Step<Onward.Request>> all() {
        return List.of(
                Step.<Onward.Request>of("grant")
                        .typed((one, page) -> List.of(grantField(page.texts(OnwardTexts.class))))
                        // a state that was asked for has no field here: its fault stands in the summary, with its name
                        .places((one, page) ->
                                pointer -> state(pointer, one.states()).map(it -> new Step.Place("", page.country(it))))
                        .sends((one, form, page) -> new Onward.Grant(form.text("text")))
                        .done(Onward.Status.GRANTED.name()),
                Step.<Onward.Request>of("refuse")
                        .typed((one, page) -> List.of(refuseField(page.texts(OnwardTexts.class))))
                        .sends((one, form, page) -> new Onward.Refuse(form.text("reason")))
                        .done(Onward.Status.REFUSED.name()),
                Step.<Onward.Request>of("withdraw").done(Onward.Status.WITHDRAWN.name()));
    }

    static Field grantField(OnwardTexts texts) {
        return Field.area("text", texts.grantText(), 2).most(4000);
    }

    static Field refuseField(OnwardTexts texts) {
        return Field.area("reason", texts.refuseText(), 2).most(4000);
    }

    private static Optional<String> state(String pointer, List<String> states) {
        String which = pointer.replaceFirst("^.*/states/(?=\\d{1,3}$)", "");
        return which.matches("\\d{1,3}") && Integer.parseInt(which) < states.size()
                ? Optional.of(states.get(Integer.parseInt(which)))
                : Optional.empty();
    }
}
