package org.comity.portal.inbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.comity.portal.api.Call;
import org.comity.portal.api.InboxCodes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Preferences;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** Where the reader's mail goes, in which language, and which day it is there. */
@Path("/preferences")
@Produces(MediaType.TEXT_HTML)
class PreferencesResource implements Subject<Preferences> {

    private static final String EDIT = "edit";

    private final Frames frames;
    private final Services services;

    PreferencesResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    public Response ask() {
        return frame().ask(EDIT);
    }

    @POST
    @Path(EDIT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(MultivaluedMap<String, String> sent) {
        return frame().take(EDIT, sent);
    }

    private StepFrame<Preferences> frame() {
        Step<Preferences> step = Step.<Preferences>of(EDIT, (one, page) -> true)
                .begins((one, page) -> {
                    Form form = Form.blank();
                    fields(page).forEach(field -> field.binding().show(Json.tree(one), form));
                    return form;
                })
                .asks((one, form, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return Asked.of(texts.preferencesTitle(), texts.preferencesSave())
                            .text(
                                    one.mailAddress() == null
                                            ? texts.preferencesNoAddress()
                                            : texts.preferencesAddress(one.mailAddress()))
                            .fields(fields(page));
                })
                .sends((one, form, page) -> Shown.said(form, fields(page), page))
                .replaces()
                .done((before, answer, form) -> "/rules");
        return StepFrame.of(this, List.of(step));
    }

    private static List<Field> fields(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(
                Field.radio(
                        "language",
                        texts.preferencesLanguage(),
                        Choice.all(InboxCodes.Language.class, texts::language)),
                Field.input("zone", texts.preferencesZone())
                        .hint(texts.preferencesZoneHint())
                        .most(60));
    }

    @Override
    public Page open() {
        return frames.open("/inbox", Person::readsDenials);
    }

    @Override
    public Read<Preferences> read() {
        return Read.of(call("").answer(Preferences.class));
    }

    @Override
    public Call call(String part) {
        return services.at("/subscriptions/v1/preferences" + part);
    }

    @Override
    public String home() {
        return "/preferences";
    }

    @Override
    public String back() {
        return "/rules";
    }
}
