package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Services;
import org.comity.portal.api.Steps;
import org.comity.portal.form.Field;
import org.comity.portal.imports.ImportSteps;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;

/** Throws away a file, with the drafts that it made; sends all of it back to the officer, with a reason. */
@Singleton
class ImportDiscard implements ImportSteps {
    private final Services services;

    ImportDiscard(Services services) {
        this.services = services;
    }

    @Override
    public List<Step<Imports.Import>> of(UUID id) {
        return List.of(
                Step.<Imports.Import>of("discard", (one, page) -> one.status().isDiscardable())
                        .asks((one, form, page) -> sure(one, page))
                        .sends((etag, body) -> services.at("/denials/v1/imports/{id}/discard", id)
                                .step(etag, body, Imports.Import.class)),
                Step.of("return", ImportDiscard::isSentBack)
                        .asks((one, form, page) -> {
                            DiscardTexts texts = page.texts(DiscardTexts.class);
                            return Asked.of(texts.sendBackTitle(), texts.sendBackNow())
                                    .text(texts.sendBackText())
                                    .field(Field.area("reason", texts.sendBackAsk(), 5)
                                            .most(2000));
                        })
                        .sends(
                                (one, form, page) ->
                                        new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")),
                                (etag, body) -> services.at("/denials/v1/imports/{id}/return", id)
                                        .step(etag, body, Imports.Import.class)));
    }

    private static Asked sure(Imports.Import one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return one.status() == Imports.Status.APPLIED
                ? Sure.page(
                        texts.fileDraftsTitle(),
                        List.of(texts.fileDrafts(), texts.filePersons(), texts.fileItself()),
                        texts.fileStays(),
                        texts.fileDraftsYes(),
                        texts)
                : Sure.page(
                        texts.fileTitle(), List.of(texts.fileItself()), texts.fileNothing(), texts.fileYes(), texts);
    }

    private static boolean isSentBack(Imports.Import one, Page page) {
        return (one.status() == Imports.Status.SUBMITTED
                        || one.status() == Imports.Status.RETURNING && one.interrupted())
                && page.person().filter(Person::isApprover).isPresent();
    }
}
