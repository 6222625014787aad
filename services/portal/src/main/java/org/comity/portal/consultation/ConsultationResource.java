package org.comity.portal.consultation;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.comity.portal.page.Page;

/** One consultation, to read. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class ConsultationResource {

    private static final Map<String, Function<ConsultationTexts, String>> DONE = Map.ofEntries(
            Map.entry("submitted", ConsultationTexts::doneSubmitted),
            Map.entry("approved", ConsultationTexts::doneApproved),
            Map.entry("returned", ConsultationTexts::doneReturned),
            Map.entry("replied", ConsultationTexts::doneReplied),
            Map.entry("asked", ConsultationTexts::doneAsked),
            Map.entry("answered", ConsultationTexts::doneAnswered),
            Map.entry("proposed", ConsultationTexts::doneProposed),
            Map.entry("agreed", ConsultationTexts::doneAgreed),
            Map.entry("declined", ConsultationTexts::doneDeclined),
            Map.entry("decided", ConsultationTexts::doneDecided),
            Map.entry("withdrawn", ConsultationTexts::doneWithdrawn),
            Map.entry("notified", ConsultationTexts::doneNotified),
            Map.entry("closed", ConsultationTexts::doneClosed),
            Map.entry("noted", ConsultationTexts::doneNoted));

    private final Desk desk;
    private final ConsultationPages pages;

    ConsultationResource(Desk desk, ConsultationPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GET
    @Path("{id}")
    @Blocking
    public TemplateInstance one(
            @PathParam("id") UUID id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("done") @DefaultValue("") String done) {
        Page page = desk.open();
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        String said = DONE.getOrDefault(done, none -> "").apply(texts);
        return done.equals("overtaken")
                ? pages.overtaken(page, desk.read(id), from)
                : pages.page(page, desk.read(id), from, said);
    }
}
