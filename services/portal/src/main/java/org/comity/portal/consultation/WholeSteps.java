package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.Steps;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the requesting state does with a consultation as a whole: send it, decide, withdraw, notify, close. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class WholeSteps {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(Page page, StepPage step, Form form, Consultation one, String headline)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GiveBack(Page page, StepPage step, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decide(Page page, StepPage step, Form form, List<Choice> outcomes, String open, Consultation one)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sure(Page page, StepPage step, Form form, String intro) implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SendNotice(Page page, StepPage step, Form form, Consultation one) implements TemplateInstance {}

    /** A step: whether it is on offer, how its page looks, and how it is taken. */
    private enum Verb {
        APPROVE("approve", "approved", ConsultationActions::approve),
        RETURN("return", "returned", ConsultationActions::giveBack),
        DECIDE("decide", "decided", ConsultationActions::decide),
        WITHDRAW("withdraw", "withdrawn", ConsultationActions::decide),
        NOTICE("notice", "notified", ConsultationActions::sendNotice),
        CLOSE("close", "closed", ConsultationActions::close);

        private final String path;
        private final String done;
        private final Predicate<ConsultationActions> offered;

        Verb(String path, String done, Predicate<ConsultationActions> offered) {
            this.path = path;
            this.done = done;
            this.offered = offered;
        }
    }

    private final Desk desk;
    private final ConsultationsApi consultations;

    WholeSteps(Desk desk, @RestClient ConsultationsApi consultations) {
        this.desk = desk;
        this.consultations = consultations;
    }

    @GET
    @Path("{id}/approve")
    @Blocking
    public Response askToApprove(@PathParam("id") UUID id) {
        return ask(id, Verb.APPROVE);
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.APPROVE, sent);
    }

    @GET
    @Path("{id}/return")
    @Blocking
    public Response askToReturn(@PathParam("id") UUID id) {
        return ask(id, Verb.RETURN);
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response giveBack(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.RETURN, sent);
    }

    @GET
    @Path("{id}/decide")
    @Blocking
    public Response askToDecide(@PathParam("id") UUID id) {
        return ask(id, Verb.DECIDE);
    }

    @POST
    @Path("{id}/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.DECIDE, sent);
    }

    @GET
    @Path("{id}/withdraw")
    @Blocking
    public Response askToWithdraw(@PathParam("id") UUID id) {
        return ask(id, Verb.WITHDRAW);
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response withdraw(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.WITHDRAW, sent);
    }

    @GET
    @Path("{id}/notice")
    @Blocking
    public Response askToNotify(@PathParam("id") UUID id) {
        return ask(id, Verb.NOTICE);
    }

    @POST
    @Path("{id}/notice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response sendNotice(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.NOTICE, sent);
    }

    @GET
    @Path("{id}/close")
    @Blocking
    public Response askToClose(@PathParam("id") UUID id) {
        return ask(id, Verb.CLOSE);
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response close(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return take(id, Verb.CLOSE, sent);
    }

    /** The page of a step; one that is not on offer leads back to the consultation. */
    private Response ask(UUID id, Verb verb) {
        Page page = desk.openForDesk();
        Desk.Read now = desk.read(id);
        return verb.offered.test(ConsultationActions.of(now.one(), page.person()))
                ? Response.ok(show(verb, page, now, Form.blank(), false)).build()
                : Desk.seeOther(Desk.home(id) + "?done=overtaken");
    }

    private Response take(UUID id, Verb verb, MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        Form form = Form.of(sent);
        return Taken.by(
                id,
                verb.done,
                form,
                texts,
                field -> label(field, texts),
                () -> send(id, verb, form),
                overtaken -> show(verb, page, desk.read(id), form, overtaken));
    }

    private void send(UUID id, Verb verb, Form form) {
        String etag = form.value("etag");
        switch (verb) {
            case APPROVE -> consultations.approve(id, etag, new Steps.Empty());
            case RETURN ->
                consultations.giveBack(id, etag, new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")));
            case DECIDE ->
                consultations.decide(
                        id,
                        etag,
                        new ConsultationSteps.Decide(form.code("outcome", Outcome.class), form.text("explanation")));
            case WITHDRAW -> consultations.withdraw(id, etag, new Steps.Empty());
            case NOTICE -> {
                ConsultationSteps.Notice notice = new ConsultationSteps.Notice(form.text("reasons"));
                switch (desk.read(id).one().noticeKind()) {
                    case UNDERCUT -> consultations.undercutNotice(id, etag, notice);
                    case INTEREST -> consultations.essentialInterestNotice(id, etag, notice);
                }
            }
            case CLOSE -> consultations.close(id, etag, new Steps.Empty());
        }
    }

    private static String label(String field, ConsultationTexts texts) {
        return switch (field) {
            case "reason" -> texts.returnAsk();
            case "outcome" -> texts.decideAsk();
            case "explanation" -> texts.decideExplain();
            case "reasons" -> texts.noticeAsk();
            default -> "";
        };
    }

    private static TemplateInstance show(Verb verb, Page page, Desk.Read now, Form form, boolean overtaken) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        Consultation one = now.one();
        return page.show(
                switch (verb) {
                    case APPROVE ->
                        new Approve(
                                page,
                                step(verb, texts.approveTitle(), texts.approveSend(), now, overtaken),
                                form,
                                one,
                                new Words(page).headline(one));
                    case RETURN ->
                        new GiveBack(page, step(verb, texts.returnTitle(), texts.returnSend(), now, overtaken), form);
                    case DECIDE ->
                        new Decide(
                                page,
                                step(verb, texts.decideTitle(), texts.decideSend(), now, overtaken),
                                form,
                                outcomes(texts),
                                String.join(", ", page.countries(one.openThreads())),
                                one);
                    case WITHDRAW ->
                        new Sure(
                                page,
                                step(verb, texts.withdrawTitle(), texts.withdrawSend(), now, overtaken),
                                form,
                                texts.withdrawIntro());
                    case NOTICE ->
                        new SendNotice(
                                page,
                                step(
                                        verb,
                                        page.texts(NoticeTexts.class).title(one.noticeKind()),
                                        texts.noticeSend(),
                                        now,
                                        overtaken),
                                form,
                                one);
                    case CLOSE ->
                        new Sure(
                                page,
                                step(verb, texts.closeTitle(), texts.closeSend(), now, overtaken),
                                form,
                                texts.closeIntro());
                });
    }

    private static List<Choice> outcomes(ConsultationTexts texts) {
        return Choice.all(Outcome.class, texts::outcome).stream()
                .filter(it -> !it.value().equals(Outcome.WITHDRAWN.name()))
                .toList();
    }

    private static StepPage step(Verb verb, String title, String send, Desk.Read now, boolean overtaken) {
        String home = Desk.home(now.one().id());
        return new StepPage(title, now.one().ref(), home + "/" + verb.path, home, now.etag(), send, overtaken);
    }
}
