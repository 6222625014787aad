package org.comity.portal.onward;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Onward;
import org.comity.portal.api.OnwardApi;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Desk;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks for the onward release of one denial. */
@Path("/denials/{id}/onward")
@Produces(MediaType.TEXT_HTML)
class AskResource {

    @CheckedTemplate(basePath = "onward", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Ask(Page page, StepFrame step, Form form, List<Choice> states) implements TemplateInstance {}

    private final Frames frames;
    private final OnwardApi onward;
    private final Reference reference;
    private final Desk desk;

    AskResource(Frames frames, @RestClient OnwardApi onward, Reference reference, Desk desk) {
        this.frames = frames;
        this.onward = onward;
        this.reference = reference;
        this.desk = desk;
    }

    @GET
    @Blocking
    public TemplateInstance ask(@PathParam("id") UUID id) {
        Page page = open();
        return askPage(page, another(page, id), Form.blank().put("key", UUID.randomUUID()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response send(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        Form form = Form.of(sent);
        try {
            UUID request = onward.ask(id, form.key(), new Onward.Ask(form.all("states"), form.text("reason")))
                    .getEntity()
                    .id();
            return Desk.seeOther("/onward/" + request + "?done=ASKED");
        } catch (Refusal refusal) {
            if (!Desk.isFault(refusal)) {
                throw refusal;
            }
            OnwardTexts texts = page.texts(OnwardTexts.class);
            if (!Keys.isUsedUp(form, refusal, "/onward", page.texts(Texts.class))) {
                faults(form, refusal, texts, page.texts(DenialTexts.class));
            }
            return Response.status(refusal.status())
                    .entity(askPage(page, another(page, id), form))
                    .build();
        }
    }

    private static void faults(Form form, Refusal refusal, OnwardTexts texts, DenialTexts denial) {
        for (Problem.Fault fault : refusal.problem().errors()) {
            boolean states = fault.pointer().startsWith("/states");
            String label = states ? texts.wanted() : texts.reason();
            form.refused(states ? "states" : "reason", fault.detail(), denial.faultOf(label, fault.detail()));
        }
    }

    private Page open() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    /** A denial of another state; of one's own one releases without asking. */
    private Denial another(Page page, UUID id) {
        Denial one = desk.read(id).denial();
        if (page.person().filter(it -> it.isOf(one.originatorState())).isPresent()) {
            throw new NotFoundException();
        }
        return one;
    }

    private TemplateInstance askPage(Page page, Denial one, Form form) {
        OnwardTexts texts = page.texts(OnwardTexts.class);
        String here = "/denials/" + one.id();
        List<Choice> states = new Words(page)
                .states(reference.subscribingStates().stream()
                        .filter(it -> !it.iso2().equals(one.originatorState()))
                        .filter(it -> page.person().stream().noneMatch(person -> person.isOf(it.iso2())))
                        .toList());
        return page.show(new Ask(
                page,
                new StepFrame(texts.askTitle(), one.ref(), here + "/onward", here, "", texts.askNow(), false, false),
                form,
                states));
    }
}
