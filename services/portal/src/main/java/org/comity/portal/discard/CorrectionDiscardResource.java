package org.comity.portal.discard;

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
import org.comity.portal.api.DiscardsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.api.ReturnsApi;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.returns.HalfYear;
import org.comity.portal.returns.ReturnTexts;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Drops the correction of a return that was sent back. */
@Path("/returns/{id:[0-9a-fA-F-]{36}}/discard")
@Produces(MediaType.TEXT_HTML)
class CorrectionDiscardResource {

    private final Frames frames;
    private final ReturnsApi returns;
    private final DiscardsApi discards;

    CorrectionDiscardResource(Frames frames, @RestClient ReturnsApi returns, @RestClient DiscardsApi discards) {
        this.frames = frames;
        this.returns = returns;
        this.discards = discards;
    }

    private Page open() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id) {
        return sure(open(), returns.read(id), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response discard(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        try {
            discards.correction(id, Form.of(sent).value("etag"), new Steps.Empty());
            return Desk.seeOther("/returns/" + id + "?done=dropped");
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            return sure(page, returns.read(id), true);
        }
    }

    private static Response sure(Page page, RestResponse<Returns.Return> read, boolean overtaken) {
        Returns.Return one = read.getEntity();
        boolean sentBack = one.correction() != null && !one.correction().waits();
        if (!sentBack
                || page.person().filter(it -> it.isOf(one.originatorState())).isEmpty()) {
            return Desk.seeOther("/returns/" + one.id());
        }
        DiscardTexts texts = page.texts(DiscardTexts.class);
        ReturnTexts returns = page.texts(ReturnTexts.class);
        String period = HalfYear.of(one.period()).words(returns);
        String here = "/returns/" + one.id();
        return Response.status(overtaken ? 412 : 200)
                .entity(page.show(new Sure(
                        page,
                        returns.oneTitle(page.country(one.originatorState()), period),
                        texts.correctionTitle(),
                        List.of(texts.correctionContent()),
                        texts.releasedStays(),
                        here + "/discard",
                        here,
                        Objects.requireNonNullElse(read.getHeaderString("ETag"), ""),
                        texts.correctionYes(),
                        overtaken)))
                .build();
    }
}
