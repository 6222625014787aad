package org.comity.sharing.sample;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.record.RecordKind;
import org.comity.sharing.record.RecordKinds;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.reference.References;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.ReleaseRequest;

/** Drafts, releases and shows advisories. */
@Singleton
class AdvisoryService {

    private static final RecordKind<AdvisoryEntity, AdvisoryFileEntity> KIND =
            new RecordKind<>("advisory", Desk.LICENSING, AdvisoryEntity.class, AdvisoryFileEntity.class);

    private final SharedRecords<AdvisoryEntity, AdvisoryFileEntity, Advisory> advisories;
    private final References references;
    private final Outbox outbox;
    private final CurrentCaller current;
    private final Clock clock;

    AdvisoryService(RecordKinds kinds, References references, Outbox outbox, CurrentCaller current, Clock clock) {
        this.advisories = kinds.of(KIND, this::view);
        this.references = references;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
    }

    @Transactional
    Reply draft(Advisory.Draft draft) {
        Opening opening = advisories.opening();
        String ref = references.free("AD", opening.state(), KIND.table(), "originator_state");
        return advisories.open(
                "/advisories",
                new AdvisoryEntity(opening, ref, draft),
                new AdvisoryFileEntity(opening, draft.releasability()));
    }

    @Transactional
    Reply take(RecordVersion version, AdvisoryStep step, Advisory.Said said) {
        return advisories.take(version, step, seen -> {
            Optional<WorkingCopy> next = step.take(
                            seen.file().workingCopy(),
                            current.get().person(),
                            clock.instant(),
                            said.reason() == null ? "" : said.reason())
                    .taken();
            switch (step) {
                case SUBMIT, RETURN -> seen.file().workingCopy(next);
                case APPROVE -> {
                    advisories.publish(seen);
                    outbox.append(Event.of(
                            "denials.denial.v1",
                            "org.comity.sample.advisory.published.v1",
                            version.id().toString(),
                            1));
                }
                case RELEASE -> advisories.release(seen, new ReleaseRequest(said.releasability(), null, null));
            }
        });
    }

    @Transactional
    Reply read(UUID id) {
        return advisories.read(id);
    }

    @Transactional
    Page<Advisory> list(PageRequest page) {
        return advisories.list(page);
    }

    private Advisory view(Seen<AdvisoryEntity, AdvisoryFileEntity> seen) {
        Caller reader = current.get();
        AdvisoryEntity advisory = seen.header();
        Optional<AdvisoryFileEntity> file = seen.ownFile();
        return new Advisory(
                advisory.id(),
                advisory.ref,
                advisory.originator(),
                advisory.version(),
                advisory.text,
                seen.releasability(),
                file.flatMap(AdvisoryFileEntity::submitter).orElse(null),
                file.map(AdvisoryFileEntity::returnedBecause).orElse(null),
                file.map(own -> LifeStep.open(AdvisoryStep.class, reader, step -> step.take(
                                        own.workingCopy(), reader.person(), Instant.EPOCH, "")
                                .isOpen()))
                        .orElse(List.of()));
    }
}
