package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialMethods;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.api.ReturnsApi;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.Desk;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** One return: reading it, and the approver's steps. */
@Path("/returns/{id:[0-9a-fA-F-]{36}}")
@Produces(MediaType.TEXT_HTML)
class ReturnResource {

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneReturn(
            Page page,
            Returns.Return one,
            String etag,
            String period,
            String year,
            String done,
            String problem,
            boolean own,
            boolean decides,
            boolean gaveIt,
            DenialContent content,
            Set<String> nothing)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SendBack(Page page, StepFrame step, Form form) implements TemplateInstance {}

    private final Frames frames;
    private final ReturnsApi returns;

    ReturnResource(Frames frames, @RestClient ReturnsApi returns) {
        this.frames = frames;
        this.returns = returns;
    }

    @GET
    @Blocking
    public TemplateInstance one(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        Page page = ReturnListResource.open(frames);
        ReturnTexts texts = page.texts(ReturnTexts.class);
        RestResponse<Returns.Return> read = returns.read(id);
        return onePage(
                page,
                read,
                switch (done) {
                    case "given" -> texts.doneGiven();
                    case "released" -> toNobody(read.getEntity()) ? texts.doneReleasedToNobody() : texts.doneReleased();
                    case "sent-back" -> texts.doneSentBack();
                    case "dropped" -> texts.doneDropped();
                    case "release" -> texts.doneRelease();
                    default -> "";
                },
                "");
    }

    private static TemplateInstance onePage(Page page, RestResponse<Returns.Return> read, String done, String problem) {
        Returns.Return one = read.getEntity();
        HalfYear half = HalfYear.of(one.period());
        return page.show(new OneReturn(
                page,
                one,
                etag(read),
                half.words(page.texts(ReturnTexts.class)),
                String.valueOf(half.year()),
                done,
                problem,
                isOwn(one, page),
                decides(one, page),
                gave(one, page),
                DenialMethods.OfContent.released(one.releasability(), one.tlp(), one.permittedUse(), null),
                Set.of()));
    }

    private static boolean toNobody(Returns.Return one) {
        return one.statesReached() != null && one.statesReached() == 0;
    }

    static String etag(RestResponse<?> read) {
        return Objects.requireNonNullElse(read.getHeaderString("ETag"), "");
    }

    private static boolean isOwn(Returns.Return one, Page page) {
        return page.person()
                .filter(it -> it.isOfficer() && it.isOf(one.originatorState()))
                .isPresent();
    }

    /** Whether this person's desk may change who sees it. */
    static boolean isReleasedByOwn(Returns.Return one, Page page) {
        return isOwn(one, page) && one.status() == Returns.Status.RELEASED;
    }

    private static boolean gave(Returns.Return one, Page page) {
        return one.submittedBy() != null
                && page.person()
                        .filter(it -> it.id().equals(one.submittedBy().id()))
                        .isPresent();
    }

    /** Whether this person approves it or sends it back. */
    private static boolean decides(Returns.Return one, Page page) {
        boolean corrects = one.correction() != null && one.correction().waits();
        return isOwn(one, page)
                && (one.status() == Returns.Status.NATIONAL_APPROVAL || corrects)
                && page.person().filter(Person::isApprover).isPresent();
    }

    /** Who comes to the address of this step without taking it is led to the return. */
    @GET
    @Path("approve")
    @Blocking
    public Response noApproval(@PathParam("id") UUID id) {
        ReturnListResource.open(frames);
        return Desk.seeOther("/returns/" + id);
    }

    @POST
    @Path("approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = ReturnListResource.open(frames);
        try {
            returns.approve(id, Form.of(sent).value("etag"), new Steps.Empty());
            return Desk.seeOther("/returns/" + id + "?done=released");
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            String problem = refusal.problem().slug().equals("denials-in-period")
                    ? page.texts(ReturnTexts.class).denialsNow()
                    : page.texts(ReturnTexts.class).overtaken();
            return Response.status(409)
                    .entity(onePage(page, returns.read(id), "", problem))
                    .build();
        }
    }

    @GET
    @Path("return")
    @Blocking
    public Response askToSendBack(@PathParam("id") UUID id) {
        Page page = ReturnListResource.open(frames);
        RestResponse<Returns.Return> read = returns.read(id);
        return decides(read.getEntity(), page)
                ? Response.ok(sendBackPage(page, read.getEntity(), etag(read), Form.blank(), false))
                        .build()
                : Desk.seeOther("/returns/" + id);
    }

    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response sendBack(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = ReturnListResource.open(frames);
        Form form = Form.of(sent);
        try {
            String reason = Objects.requireNonNullElse(form.text("reason"), "");
            returns.sendBack(id, form.value("etag"), new Steps.Return(reason));
            return Desk.seeOther("/returns/" + id + "?done=sent-back");
        } catch (Refusal refusal) {
            boolean overtaken = Desk.isOvertaken(refusal);
            if (Desk.isFault(refusal)) {
                form.refused(
                        "reason",
                        refusal.problem().errors().stream()
                                .map(Problem.Fault::detail)
                                .findFirst()
                                .orElse(Objects.requireNonNullElse(
                                        refusal.problem().title(), "")));
            } else if (!overtaken) {
                throw refusal;
            }
            RestResponse<Returns.Return> read = returns.read(id);
            String etag = overtaken ? etag(read) : form.value("etag");
            return Response.status(refusal.status())
                    .entity(sendBackPage(page, read.getEntity(), etag, form, overtaken))
                    .build();
        }
    }

    private static TemplateInstance sendBackPage(
            Page page, Returns.Return one, String etag, Form form, boolean overtaken) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        String here = "/returns/" + one.id();
        return page.show(new SendBack(
                page,
                new StepFrame(
                        texts.sendBackTitle(),
                        HalfYear.of(one.period()).words(texts),
                        here + "/return",
                        here,
                        etag,
                        texts.sendBackNow(),
                        false,
                        overtaken),
                form));
    }
}
