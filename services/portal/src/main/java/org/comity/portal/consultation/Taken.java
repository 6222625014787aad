package org.comity.portal.consultation;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Form;

/** How a step ends: one goes on to the consultation, or the form is shown again with all that was typed. */
final class Taken {

    private Taken() {}

    /** Sends what was typed to the service. */
    interface Call {
        void send();
    }

    /** Shows the form again. */
    interface Again {
        Object page(boolean overtaken);
    }

    /** What a field of the form is called; empty where it has no name. */
    interface Labels {
        String of(String field);
    }

    static Response by(
            UUID id, String done, Form form, ConsultationTexts texts, Labels labels, Call call, Again again) {
        if (!form.isFaulty()) {
            try {
                call.send();
                return Desk.seeOther(Desk.home(id) + "?done=" + done);
            } catch (Refusal refusal) {
                if (Desk.isFault(refusal)) {
                    faults(form, refusal, texts, labels);
                } else if (refusal.status() == 409) {
                    String detail = Desk.detail(refusal);
                    form.refusedAt("", detail, texts.impossible(detail));
                } else if (!Desk.isOvertaken(refusal)) {
                    throw refusal;
                }
                return Response.status(refusal.status())
                        .entity(again.page(Desk.isOvertaken(refusal)))
                        .build();
            }
        }
        return Response.status(422).entity(again.page(false)).build();
    }

    private static void faults(Form form, Refusal refusal, ConsultationTexts texts, Labels labels) {
        for (Problem.Fault fault : refusal.problem().errors()) {
            String field = fault.pointer().replaceFirst("^/", "");
            String label = labels.of(field);
            if (label.isEmpty()) {
                form.refusedAt("", fault.detail());
            } else {
                form.refused(field, fault.detail(), texts.faultOf(label, fault.detail()));
            }
        }
        if (!form.isFaulty()) {
            form.refusedAt("", Desk.detail(refusal));
        }
    }
}
