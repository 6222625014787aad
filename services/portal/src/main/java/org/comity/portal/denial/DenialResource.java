package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Offer;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;
import org.comity.portal.step.Subject;

/** One denial: the page that shows it, the steps in its life, and the PDF with what this person may see. */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DenialResource extends RecordPages<Denial> {

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
            String back,
            String done,
            Form form,
            boolean own,
            List<Offer> offers,
            List<Reading> reading,
            List<Reading> side)
            implements TemplateInstance {}

    private final Frames frames;
    private final Services services;
    private final Openings openings;
    private final Citing citing;
    private final Reference reference;

    DenialResource(
            Records<Denial> denials,
            Instance<RecordSteps<Denial>> described,
            Frames frames,
            Services services,
            Openings openings,
            Citing citing,
            Reference reference) {
        super(denials, described);
        this.frames = frames;
        this.services = services;
        this.openings = openings;
        this.citing = citing;
        this.reference = reference;
    }

    @GET
    @Path("{id}/document")
    @Produces(MediaType.WILDCARD)
    public Response document(@PathParam("id") UUID id) {
        frames.open("/denials", Person::readsDenials);
        return Downloads.of(
                services.fileAt("/denials/v1/denials/{id}/document", id).file());
    }

    @Override
    protected Subject<Denial> subject(String id) {
        return new OneRecord(id) {
            @Override
            public String called(Denial one, Page page) {
                return one.ref();
            }

            @Override
            public String stands(Denial one, Page page) {
                return new Words(page).status(one.status());
            }
        };
    }

    @Override
    protected TemplateInstance show(Page page, Read<Denial> now, String from, String done, Form form) {
        Words words = new Words(page);
        Denial one = now.one();
        boolean own = page.isOf(one.originatorState()) && page.is(Person::isOfficer);
        DenialForm.Readings said =
                DenialForm.reading(one.content(), page, reference, "", Set.of(), own, one.isShownInFull());
        return page.show(new OneDenial(
                page,
                one,
                now.etag(),
                words.headline(one.content()),
                words.due(one),
                Standing.of(one, page),
                openings.of(one, page),
                citing.of(one, page),
                back(from, one.id()),
                done,
                form,
                own,
                Offer.of(subject(one.id().toString()), steps(), one, page),
                said.main(),
                said.side()));
    }

    /** Back to the same row of the same list: only ever a query of our own list, never another address. */
    private static String back(String from, UUID id) {
        String query = from.matches("[A-Za-z0-9%&=._~+*-]{1,6000}") ? "?" + from : "";
        return "/denials" + query + "#d-" + id;
    }

    @Override
    protected String done(String word, Denial one, Page page) {
        return switch (word) {
            case "submitted" -> page.texts(DenialTexts.class).doneSubmitted();
            case "dropped" -> page.texts(StandingTexts.class).doneDropped();
            default -> "";
        };
    }
}
