package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.bulletins.content.BulletinRules;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.problem.FieldError;

/** Drafts of bulletins that come in by another way than the API of bulletins. */
@Singleton
public class BulletinDrafts {

    private final BulletinService service;
    private final RequestBody bodies;
    private final Clock clock;

    BulletinDrafts(BulletinService service, RequestBody bodies, Clock clock) {
        this.service = service;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A draft, by its id and its reference. */
    public record Drafted(UUID id, String ref) {}

    /** What is wrong with a draft, so that it cannot be opened. */
    public List<FieldError> wrong(DraftBulletin content) {
        List<FieldError> wrong = new ArrayList<>(bodies.faults(content));
        wrong.addAll(BulletinRules.wrong(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        return wrong;
    }

    /** Opens a draft, of which nothing is {@link #wrong}. */
    public Drafted draft(DraftBulletin content) {
        BulletinService.Drafted drafted = service.drafted(content, BulletinResource.PATH);
        return new Drafted(drafted.id(), drafted.ref());
    }

    /**
     * Throws a draft away.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 where it is no draft any more
     */
    public void throwAway(UUID id) {
        service.throwAway(id);
    }
}
