package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Reference;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Read;

/** Makes the page of one denial, which several steps come back to. */
@Singleton
class DenialPages {

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
            Form form,
            boolean own,
            boolean full,
            List<Reading> reading,
            Set<String> nothing)
            implements TemplateInstance {}

    private final Openings openings;
    private final Citing citing;
    private final Reference reference;

    DenialPages(Openings openings, Citing citing, Reference reference) {
        this.openings = openings;
        this.citing = citing;
        this.reference = reference;
    }

    /** The page, with what is done and what did not work. */
    TemplateInstance page(Page page, Read<Denial> now, String from, String done, Form form) {
        Words words = new Words(page);
        Denial one = now.one();
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
                back(from, one.id()),
                done(done, one, page),
                form,
                own,
                one.isShownInFull(),
                DenialForm.reading(one.content(), page, reference, "", Set.of(), own, one.isShownInFull()),
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
}
