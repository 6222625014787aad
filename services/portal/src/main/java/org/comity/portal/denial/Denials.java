package org.comity.portal.denial;

import jakarta.inject.Singleton;
import java.util.Set;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Draft;
import org.comity.portal.form.Json;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** Denials: who reads them is for the service to say. */
@Singleton
public class Denials extends Records<Denial> {

    private final Reference reference;

    Denials(Frames frames, Services services, Reference reference) {
        super(
                frames,
                services,
                new Kind<>(
                        Denial.class,
                        "/denials/v1/denials/{id}",
                        "/denials",
                        Page.Section.DENIALS,
                        anybody -> true,
                        Person::isOfficer));
        this.reference = reference;
    }

    /** The parts in which an amendment differs from what stands. */
    Set<String> changed(Denial one, Page page) {
        return one.amendment() == null
                ? Set.of()
                : new Draft("", DenialForm.parts(page, reference), Json.tree(one.draft()), page)
                        .changed(Json.tree(one.content()));
    }
}
