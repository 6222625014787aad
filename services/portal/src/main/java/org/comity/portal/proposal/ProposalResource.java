package org.comity.portal.proposal;

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
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Problem;
import org.comity.portal.api.ProposalsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.DenialActions;
import org.comity.portal.denial.Desk;
import org.comity.portal.denial.StandingTexts;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Proposes to renew or to revoke a denial, and decides on what was proposed. */
@Path("/denials/{id}")
@Produces(MediaType.TEXT_HTML)
class ProposalResource {

    @CheckedTemplate(basePath = "proposal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Renew(Page page, StepFrame step, Form form, Denial one, String from, boolean needed, String instead)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "proposal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Revoke(Page page, StepFrame step, Form form, String instead) implements TemplateInstance {}

    @CheckedTemplate(basePath = "proposal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decide(Page page, Denial one, Denial.Proposal proposal, String headline, String etag, boolean overtaken)
            implements TemplateInstance {}

    private final Frames frames;
    private final DenialsApi denials;
    private final ProposalsApi proposals;
    private final Desk desk;

    ProposalResource(Frames frames, @RestClient DenialsApi denials, @RestClient ProposalsApi proposals, Desk desk) {
        this.frames = frames;
        this.denials = denials;
        this.proposals = proposals;
        this.desk = desk;
    }

    // To keep it

    @GET
    @Path("renew")
    @Blocking
    public Response askToRenew(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        if (!DenialActions.of(now.denial(), page.person()).propose()) {
            return Desk.seeOther("/denials/" + id + "?done=overtaken");
        }
        Denial.Proposal before = now.denial().proposal();
        Form form = Form.blank().put("renewalGrounds", before == null ? null : before.renewalGrounds());
        return Response.ok(renewPage(page, now, now.etag(), form, false)).build();
    }

    @POST
    @Path("renew")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response renew(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.of(sent);
        try {
            proposals.renew(id, form.value("etag"), new Steps.Renew(form.text("renewalGrounds")));
            return Desk.seeOther("/denials/" + id + "?done=renewal-proposed");
        } catch (Refusal refusal) {
            return again(
                    id,
                    form,
                    "renewalGrounds",
                    refusal,
                    (now, etag) -> renewPage(page, now, etag, form, Desk.isOvertaken(refusal)));
        }
    }

    private TemplateInstance renewPage(Page page, Desk.Read now, String etag, Form form, boolean overtaken) {
        ProposalTexts texts = page.texts(ProposalTexts.class);
        Denial one = now.denial();
        return page.show(new Renew(
                page,
                step(one, "renew", texts.renewTitle(), texts.renewNow(), etag, overtaken),
                form,
                one,
                one.reviewDue() == null ? texts.renewNoDay() : page.day(one.reviewDue()),
                Boolean.TRUE.equals(one.renewalNeedsGrounds()),
                instead(one, page)));
    }

    // To end it

    @GET
    @Path("revoke")
    @Blocking
    public Response askToRevoke(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        Desk.Read now = desk.read(id);
        if (!DenialActions.of(now.denial(), page.person()).propose()) {
            return Desk.seeOther("/denials/" + id + "?done=overtaken");
        }
        Denial.Proposal before = now.denial().proposal();
        Form form = Form.blank().put("reason", before == null ? null : before.reason());
        return Response.ok(revokePage(page, now, now.etag(), form, false)).build();
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response revoke(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.of(sent);
        try {
            String reason = Objects.requireNonNullElse(form.text("reason"), "");
            proposals.revoke(id, form.value("etag"), new Steps.Revoke(reason));
            return Desk.seeOther("/denials/" + id + "?done=revocation-proposed");
        } catch (Refusal refusal) {
            return again(
                    id,
                    form,
                    "reason",
                    refusal,
                    (now, etag) -> revokePage(page, now, etag, form, Desk.isOvertaken(refusal)));
        }
    }

    private TemplateInstance revokePage(Page page, Desk.Read now, String etag, Form form, boolean overtaken) {
        ProposalTexts texts = page.texts(ProposalTexts.class);
        return page.show(new Revoke(
                page,
                step(now.denial(), "revoke", texts.revokeTitle(), texts.revokeNow(), etag, overtaken),
                form,
                instead(now.denial(), page)));
    }

    // Four eyes

    @GET
    @Path("proposal")
    @Blocking
    public Response askToDecide(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS);
        return decidePage(page, desk.read(id), 200, false);
    }

    @POST
    @Path("proposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = frames.open(Page.Section.DENIALS);
        Denial.Proposal proposal = desk.read(id).denial().proposal();
        if (proposal == null) {
            return Desk.seeOther("/denials/" + id + "?done=overtaken");
        }
        try {
            denials.approve(id, Form.of(sent).value("etag"), new Steps.Release(null, null, List.of()));
            return Desk.seeOther("/denials/" + id + "?done="
                    + switch (proposal.kind()) {
                        case RENEWAL -> "renewed";
                        case REVOCATION -> "revoked";
                    });
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal)) {
                throw refusal;
            }
            return decidePage(page, desk.read(id), 412, true);
        }
    }

    private static Response decidePage(Page page, Desk.Read now, int status, boolean overtaken) {
        Denial one = now.denial();
        if (one.proposal() == null || !DenialActions.of(one, page.person()).decide()) {
            return Desk.seeOther("/denials/" + one.id() + "?done=overtaken");
        }
        return Response.status(status)
                .entity(page.show(new Decide(
                        page, one, one.proposal(), new Words(page).headline(one.content()), now.etag(), overtaken)))
                .build();
    }

    // What they share

    private interface Again {
        TemplateInstance page(Desk.Read now, String etag);
    }

    /** The form once more: with its fault, or with the version that a colleague made in the meantime. */
    private Response again(UUID id, Form form, String field, Refusal refusal, Again again) {
        boolean overtaken = Desk.isOvertaken(refusal);
        if (Desk.isFault(refusal)) {
            form.refused(
                    field,
                    refusal.problem().errors().stream()
                            .map(Problem.Fault::detail)
                            .findFirst()
                            .orElse(Objects.requireNonNullElse(refusal.problem().title(), "")));
        } else if (!overtaken) {
            throw refusal;
        }
        Desk.Read now = desk.read(id);
        return Response.status(refusal.status())
                .entity(again.page(now, overtaken ? now.etag() : form.value("etag")))
                .build();
    }

    private static StepFrame step(Denial one, String step, String title, String save, String etag, boolean overtaken) {
        String here = "/denials/" + one.id();
        return new StepFrame(title, one.ref(), here + "/" + step, here, etag, save, false, overtaken);
    }

    /** What a new proposal would take the place of; empty for nothing. */
    private static String instead(Denial one, Page page) {
        return one.proposal() == null
                ? ""
                : page.texts(ProposalTexts.class)
                        .instead(page.texts(StandingTexts.class)
                                .proposed(one.proposal().kind()));
    }
}
