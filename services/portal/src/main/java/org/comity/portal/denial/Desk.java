package org.comity.portal.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Draft;
import org.comity.portal.form.Json;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;

/** What the pages that change a denial have in common. */
@ApplicationScoped
public class Desk {

    private final Frames frames;
    private final Services services;

    Desk(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    /** The frame of a page under "Denials"; for others than those there is no such page. */
    Page open(Predicate<Person> whom) {
        return frames.open(Page.Section.DENIALS, whom);
    }

    /** Reads a denial with the person's own token. */
    public Read<Denial> read(UUID id) {
        return Read.of(services.at("/denials/v1/denials/{id}", id).answer(Denial.class));
    }

    /** The parts in which an amendment differs from what stands. */
    static Set<String> changed(Denial one, Page page, Reference reference) {
        return one.amendment() == null
                ? Set.of()
                : new Draft("", DenialForm.parts(page, reference), Json.tree(one.draft()), page)
                        .changed(Json.tree(one.content()));
    }
}
