package org.comity.portal.denial;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.api.Warnings;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One denial: reading it, and the steps in its life. */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DenialResource {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneDenial(
            Page page,
            Denial one,
            String etag,
            String headline,
            String due,
            Standing standing,
            Openings.Shown openings,
            Citing.Shown citing,
            DenialActions actions,
            String back,
            String done,
            Form.Fault problem,
            boolean own,
            boolean full,
            Set<String> nothing)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(
            Page page,
            Denial one,
            DenialContent content,
            String etag,
            String headline,
            boolean amendment,
            boolean overtaken,
            boolean lookAgain,
            Set<String> changed,
            List<Warnings.Warning> warnings,
            Form form,
            List<Choice> modes,
            List<Choice> states,
            List<Choice> regimes,
            List<Choice> tlps,
            List<Choice> uses)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GiveBack(Page page, StepFrame step, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeRelease(
            Page page,
            StepFrame step,
            boolean lookAgain,
            List<Warnings.Warning> warnings,
            Form form,
            List<Choice> modes,
            List<Choice> states,
            List<Choice> regimes,
            List<Choice> tlps,
            List<Choice> uses)
            implements TemplateInstance {}

    private final Frames frames;
    private final DenialsApi denials;
    private final Desk desk;
    private final Reference reference;
    private final Openings openings;
    private final Citing citing;
    private final SecondLook secondLook;

    DenialResource(
            Frames frames,
            @RestClient DenialsApi denials,
            Desk desk,
            Reference reference,
            Openings openings,
            Citing citing,
            SecondLook secondLook) {
        this.frames = frames;
        this.denials = denials;
        this.desk = desk;
        this.reference = reference;
        this.openings = openings;
        this.citing = citing;
        this.secondLook = secondLook;
    }

    @GET
    @Path("{id}")
    @Blocking
    public TemplateInstance one(
            @PathParam("id") UUID id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("done") @DefaultValue("") String done) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        String problem =
                done.equals("overtaken") ? page.texts(DenialTexts.class).stepGone() : "";
        return onePage(page, now, back(from, id), done(done, now.denial(), page), new Form.Fault(problem, "", ""));
    }

    private TemplateInstance onePage(Page page, Desk.Read now, String back, String done, Form.Fault problem) {
        Words words = new Words(page);
        Denial one = now.denial();
        boolean own = page.person()
                .filter(it -> it.isOfficer() && it.isOf(one.originatorState()))
                .isPresent();
        return page.show(new OneDenial(
                page,
                one,
                now.etag(),
                words.headline(one.content()),
                words.due(one),
                Standing.of(one, page),
                openings.of(one, page),
                citing.of(one, page),
                DenialActions.of(one, page.person()),
                back,
                done,
                problem,
                own,
                one.isShownInFull(),
                Set.of()));
    }

    /** Back to the same row of the same list: only ever a query of our own list, never another address. */
    private static String back(String from, UUID id) {
        String query = from.matches("[A-Za-z0-9%&=._~+*-]{1,6000}") ? "?" + from : "";
        return "/denials" + query + "#d-" + id;
    }

    private static String done(String what, Denial one, Page page) {
        DenialTexts denial = page.texts(DenialTexts.class);
        StandingTexts texts = page.texts(StandingTexts.class);
        return switch (what) {
            case "submitted" -> denial.doneSubmitted();
            case "approved" -> one.isToldToNobody() ? texts.doneApprovedForNobody() : denial.doneApproved();
            case "returned" -> denial.doneReturned();
            case "released" -> one.isToldToNobody() ? texts.doneReleasedToNobody() : denial.doneReleased();
            case "renewal-proposed" -> texts.doneRenewalProposed();
            case "revocation-proposed" -> texts.doneRevocationProposed();
            case "renewed" -> texts.doneRenewed();
            case "revoked" -> texts.doneRevoked();
            case "dropped" -> texts.doneDropped();
            default -> "";
        };
    }

    /** Who comes to the address of this step without taking it is led to the denial. */
    @GET
    @Path("{id}/amend")
    @Blocking
    public Response noAmendment(@PathParam("id") UUID id) {
        frames.open(Page.Section.DENIALS);
        return Desk.seeOther("/denials/" + id);
    }

    @POST
    @Path("{id}/amend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response amend(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        try {
            denials.amend(id, Form.of(sent).value("etag"), new Steps.Empty());
            return Desk.seeOther("/denials/" + id + "/draft");
        } catch (Refusal refusal) {
            if (refusal.status() != 409 && !Desk.isOvertaken(refusal)) {
                throw refusal;
            }
            Words words = new Words(page);
            String detail = Objects.requireNonNullElse(refusal.problem().detail(), "");
            Form.Fault problem = Desk.isOvertaken(refusal)
                    ? new Form.Fault(words.denial.overtaken(), "", "")
                    : new Form.Fault(words.denial.stepImpossible(detail), "", detail);
            return Response.status(409)
                    .entity(onePage(page, desk.read(id), "/denials", "", problem))
                    .build();
        }
    }

    /** Back to the denial, where a step is not on offer: somebody was quicker, or it is another's to take. */
    private static Response gone(UUID id) {
        return Desk.seeOther("/denials/" + id + "?done=overtaken");
    }

    // Approval

    @GET
    @Path("{id}/approve")
    @Blocking
    public Response askToApprove(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        if (!DenialActions.of(now.denial(), page.person()).approve()) {
            return gone(id);
        }
        Form form = ReleaseForm.show(Form.blank(), now.denial().draft());
        return Response.ok(approvePage(page, now, form, false, Optional.empty()))
                .build();
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response approve(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.of(sent);
        Desk.Read before = desk.read(id);
        Steps.Release release = ReleaseForm.step(form, before.denial().draft());
        List<Warnings.Warning> foreseen = secondLook.at(id, false, release.releasability());
        if (DenialActions.of(before.denial(), page.person()).approve() && Foreseen.bringsNew(form, foreseen)) {
            // what a page showed is approved, and nothing that came in between
            Desk.Read shown = new Desk.Read(before.denial(), form.value("etag"));
            return Response.ok(approvePage(page, shown, form, false, Optional.of(foreseen)))
                    .build();
        }
        try {
            denials.approve(id, form.value("etag"), release);
            return Desk.seeOther("/denials/" + id + "?done=approved");
        } catch (Refusal refusal) {
            boolean overtaken = Desk.isOvertaken(refusal);
            if (Desk.isFault(refusal)) {
                Desk.faults(form, refusal, "release", step -> "/denials/" + id, new Words(page).denial);
            } else if (!overtaken) {
                throw refusal;
            }
            Desk.Read now = desk.read(id);
            return overtaken && !DenialActions.of(now.denial(), page.person()).approve()
                    ? gone(id)
                    : Response.status(refusal.status())
                            .entity(approvePage(page, now, form, overtaken, Optional.empty()))
                            .build();
        }
    }

    /**
     * The page of an approval.
     *
     * @param foreseen warnings about the release that was chosen, which no page has shown yet
     */
    private TemplateInstance approvePage(
            Page page, Desk.Read now, Form form, boolean overtaken, Optional<List<Warnings.Warning>> foreseen) {
        Words words = new Words(page);
        Denial one = now.denial();
        var choices = ReleaseForm.Choices.of(reference.subscribingStates(), page, words);
        return page.show(new Approve(
                page,
                one,
                one.draft(),
                now.etag(),
                words.headline(one.draft()),
                one.amendment() != null,
                overtaken,
                foreseen.isPresent(),
                Desk.changed(one),
                foreseen.orElseGet(() -> secondLook.at(one.id())),
                form,
                choices.modes(),
                choices.states(),
                choices.regimes(),
                choices.tlps(),
                choices.uses()));
    }

    // Back to the drafter

    @GET
    @Path("{id}/return")
    @Blocking
    public Response askToReturn(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        return DenialActions.of(now.denial(), page.person()).giveBack()
                ? Response.ok(returnPage(page, now, Form.blank(), false)).build()
                : gone(id);
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response giveBack(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.of(sent);
        try {
            denials.giveBack(
                    id, form.value("etag"), new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")));
            return Desk.seeOther("/denials/" + id + "?done=returned");
        } catch (Refusal refusal) {
            boolean overtaken = Desk.isOvertaken(refusal);
            if (Desk.isFault(refusal)) {
                form.refused("reason", firstDetail(refusal));
            } else if (!overtaken) {
                throw refusal;
            }
            Desk.Read now = desk.read(id);
            if (overtaken && !DenialActions.of(now.denial(), page.person()).giveBack()) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(returnPage(page, now, form, overtaken))
                    .build();
        }
    }

    private static String firstDetail(Refusal refusal) {
        return refusal.problem().errors().stream()
                .map(it -> it.detail())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(refusal.problem().title(), ""));
    }

    private TemplateInstance returnPage(Page page, Desk.Read now, Form form, boolean overtaken) {
        Words words = new Words(page);
        String here = "/denials/" + now.denial().id();
        return page.show(new GiveBack(
                page,
                new StepFrame(
                        words.denial.returnTitle(),
                        now.denial().ref(),
                        here + "/return",
                        here,
                        now.etag(),
                        words.denial.returnNow(),
                        false,
                        overtaken),
                form));
    }

    // Who may see it, later

    @GET
    @Path("{id}/release")
    @Blocking
    public Response askToRelease(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        return DenialActions.of(now.denial(), page.person()).release()
                ? Response.ok(releasePage(
                                page,
                                now,
                                ReleaseForm.show(Form.blank(), now.denial().content()),
                                false,
                                Optional.empty()))
                        .build()
                : gone(id);
    }

    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response release(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.of(sent);
        Desk.Read before = desk.read(id);
        Steps.Release release = ReleaseForm.step(form, before.denial().content());
        List<Warnings.Warning> foreseen = secondLook.at(id, true, release.releasability());
        if (DenialActions.of(before.denial(), page.person()).release() && Foreseen.bringsNew(form, foreseen)) {
            Desk.Read shown = new Desk.Read(before.denial(), form.value("etag"));
            return Response.ok(releasePage(page, shown, form, false, Optional.of(foreseen)))
                    .build();
        }
        try {
            denials.release(id, form.value("etag"), release);
            return Desk.seeOther("/denials/" + id + "?done=released");
        } catch (Refusal refusal) {
            boolean overtaken = Desk.isOvertaken(refusal);
            if (refusal.problem().slug().equals("widening-needs-approver")) {
                form.refused(
                        "mode", Objects.requireNonNullElse(refusal.problem().detail(), ""));
            } else if (Desk.isFault(refusal)) {
                Desk.faults(form, refusal, "release", step -> "/denials/" + id, new Words(page).denial);
            } else if (!overtaken) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(releasePage(page, desk.read(id), form, overtaken, Optional.empty()))
                    .build();
        }
    }

    private TemplateInstance releasePage(
            Page page, Desk.Read now, Form form, boolean overtaken, Optional<List<Warnings.Warning>> foreseen) {
        Words words = new Words(page);
        String here = "/denials/" + now.denial().id();
        var choices = ReleaseForm.Choices.of(reference.subscribingStates(), page, words);
        return page.show(new ChangeRelease(
                page,
                new StepFrame(
                        words.denial.changeReleaseTitle(),
                        now.denial().ref(),
                        here + "/release",
                        here,
                        now.etag(),
                        foreseen.isPresent()
                                ? page.texts(LookTexts.class).goOnRelease()
                                : words.denial.changeReleaseNow(),
                        false,
                        overtaken),
                foreseen.isPresent(),
                foreseen.orElseGet(() -> secondLook.inForce(now.denial().id())),
                form,
                choices.modes(),
                choices.states(),
                choices.regimes(),
                choices.tlps(),
                choices.uses()));
    }
}
