package org.comity.portal.bulletin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Offer;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;

/** One bulletin, with what states say of it. */
@Path("/bulletins")
@Produces(MediaType.TEXT_HTML)
class BulletinResource extends RecordPages<Bulletin> {

    /** @param own whether it is of the reader's own state */
    @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneBulletin(
            Page page,
            Bulletin one,
            String etag,
            boolean own,
            List<Offer> offers,
            List<Reading> reading,
            List<Bulletin.Receipt> receipts,
            Form form,
            String back,
            String done)
            implements TemplateInstance {}

    private final Services services;
    private final Reference reference;

    BulletinResource(
            Records<Bulletin> bulletins,
            Instance<RecordSteps<Bulletin>> described,
            Services services,
            Reference reference) {
        super(bulletins, described);
        this.services = services;
        this.reference = reference;
    }

    @Override
    protected OneRecord subject(String id) {
        return new OneRecord(id) {
            @Override
            public String called(Bulletin one, Page page) {
                return one.ref();
            }

            @Override
            public String backText(Bulletin one, Page page) {
                return page.texts(BulletinTexts.class).backTo(one.ref());
            }

            @Override
            public Overtaken overtaken(Bulletin one, Page page) {
                BulletinTexts texts = page.texts(BulletinTexts.class);
                return new Overtaken(
                        texts.overtaken(),
                        texts.status(one.status()),
                        texts.overtakenText(),
                        texts.overtakenLook(),
                        home());
            }
        };
    }

    @Override
    protected String done(String word, Bulletin one, Page page) {
        BulletinTexts texts = page.texts(BulletinTexts.class);
        return switch (word) {
            case "submitted" -> texts.doneSubmitted();
            case "dropped" -> texts.doneDropped();
            default -> "";
        };
    }

    @Override
    protected TemplateInstance show(Page page, Read<Bulletin> now, String from, String done, Form form) {
        Bulletin one = now.one();
        return page.show(new OneBulletin(
                page,
                one,
                now.etag(),
                page.isOf(one.originatorState()),
                Offer.of(subject(one.id().toString()), steps(), one, page),
                BulletinForm.reading(one, one.content(), page, reference, "", Set.of()),
                receipts(one, page),
                form,
                back(from, one),
                done));
    }

    /** Which states opened it, for those who may know. */
    private List<Bulletin.Receipt> receipts(Bulletin one, Page page) {
        boolean told = page.isOf(one.originatorState()) && page.is(Person::readsConsultations);
        return told && !one.status().isDraft()
                ? services.at("/bulletins/v1/bulletins/{id}/receipts", one.id())
                        .read(Bulletin.Receipts.class)
                        .items()
                : List.of();
    }

    /** Back to the same row of the list that one came from: only ever a query of our own list. */
    private static String back(String from, Bulletin one) {
        String query = from.matches("[A-Za-z0-9%&=._~+*-]{1,6000}") ? "?" + from : "";
        return "/bulletins" + query + "#b-" + one.id();
    }
}
