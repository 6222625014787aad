package org.comity.sharing.sample;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.reference.References;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Share;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.comity.sharing.states.MemberStates;

/** Drafts, releases and shows advisories. */
@Singleton
class AdvisoryService {

    private static final Widening.Terms TERMS = new Widening.Terms(Tlp.AMBER, List.of(PermittedUse.LICENSING));

    private final EntityManager database;
    private final Sql sql;
    private final AdvisoryAudience audiences;
    private final MemberStates states;
    private final References references;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Identifiers identifiers;
    private final Clock clock;

    AdvisoryService(
            EntityManager database,
            Sql sql,
            AdvisoryAudience audiences,
            MemberStates states,
            References references,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.sql = sql;
        this.audiences = audiences;
        this.states = states;
        this.references = references;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Transactional
    Reply draft(Advisory.Draft draft) {
        Caller by = current.get();
        TakenBy.DESK.require(by);
        Instant now = clock.instant();
        String ref = references.free("AD", by.ownState(), "advisory", "originator_state");
        AdvisoryEntity advisory = new AdvisoryEntity(identifiers.next(), by.ownState(), ref);
        advisory.text = draft.text();
        advisory.releaseMode = draft.releasability().mode();
        advisory.contentAt = now;
        database.persist(advisory);
        AdvisoryFileEntity file = new AdvisoryFileEntity(advisory.id, by, now, draft.releasability());
        database.persist(file);
        database.flush();
        audiences.open(advisory.id, by.ownState(), now);
        return replies.created("/advisories/" + advisory.id, view(advisory, Optional.of(file)));
    }

    @Transactional
    Reply take(RecordVersion version, AdvisoryStep step, Advisory.Said said) {
        Caller by = current.get();
        AdvisoryEntity advisory = find(version.id());
        AdvisoryFileEntity file = file(advisory)
                .orElseThrow(() -> KernelProblem.FORBIDDEN.because("Only the originator's desk changes its advisory."));
        step.takenBy().require(by);
        replies.etag(view(advisory, Optional.of(file))).require(version.ifMatch());
        Instant now = clock.instant();
        String reason = said.reason() == null ? "" : said.reason();
        Optional<WorkingCopy> next =
                step.take(file.workingCopy(), by.person(), now, reason).taken();
        switch (step) {
            case SUBMIT, RETURN -> file.workingCopy(next);
            case APPROVE -> {
                file.approved(by.person());
                advisory.version = 1;
                reach(advisory, file.releasability(advisory.releaseMode), now);
                outbox.append(Event.of(
                        "denials.denial.v1", "org.comity.sample.advisory.published.v1", advisory.id.toString(), 1));
            }
            case RELEASE -> {
                Releasability release = said.releasability();
                if (release == null) {
                    throw KernelProblem.MISSING_VALUES.at("/releasability", "This is missing.");
                }
                Widening.requireApprover(by, audiences.reached(advisory.id), covered(advisory, release), TERMS, TERMS);
                file.release(release);
                advisory.releaseMode = release.mode();
                reach(advisory, release, now);
            }
        }
        file.touched(now);
        database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(view(advisory, Optional.of(file)));
    }

    private Set<StateCode> covered(AdvisoryEntity advisory, Releasability release) {
        return Audience.of(release, Provenance.OWN, advisory.originator(), states.now());
    }

    private void reach(AdvisoryEntity advisory, Releasability release, Instant now) {
        audiences.release(advisory.id, advisory.originator(), covered(advisory, release), null, TERMS.uses(), now);
    }

    @Transactional
    Reply read(UUID id) {
        AdvisoryEntity advisory = find(id);
        return replies.ok(view(advisory, file(advisory)));
    }

    private record Listed(UUID advisoryId, Instant listedAt) {}

    @Transactional
    Page<Advisory> list(PageRequest page) {
        List<Listed> rows = sql.of("select a.advisory_id, a.listed_at from advisory_audience a where "
                        + Share.listCondition(current.get()))
                .with("state", current.get().ownState())
                .newestFirst(page, "a.listed_at", "a.advisory_id")
                .list(Listed.class);
        return Page.of(
                rows,
                page.limit(),
                row -> new PageRequest.Position(row.listedAt(), row.advisoryId()).cursor(),
                shown -> shown.stream()
                        .map(row -> find(row.advisoryId()))
                        .map(advisory -> view(advisory, file(advisory)))
                        .toList());
    }

    private Lens lens(UUID id) {
        return audiences
                .share(id, current.get().ownState())
                .map(share -> share.lens(current.get()))
                .orElse(Lens.NOTHING);
    }

    private AdvisoryEntity find(UUID id) {
        AdvisoryEntity advisory = lens(id) == Lens.NOTHING ? null : database.find(AdvisoryEntity.class, id);
        if (advisory == null) {
            throw KernelProblem.NOT_FOUND.because("There is no advisory of this id.");
        }
        return advisory;
    }

    private Optional<AdvisoryFileEntity> file(AdvisoryEntity advisory) {
        return lens(advisory.id) == Lens.OWN
                ? Optional.of(database.find(AdvisoryFileEntity.class, advisory.id))
                : Optional.empty();
    }

    private Advisory view(AdvisoryEntity advisory, Optional<AdvisoryFileEntity> file) {
        Caller reader = current.get();
        return new Advisory(
                advisory.id,
                advisory.ref,
                advisory.originator(),
                advisory.version,
                advisory.text,
                file.map(own -> own.releasability(advisory.releaseMode))
                        .orElseGet(() -> new Releasability(advisory.releaseMode, List.of(), List.of(), null)),
                file.flatMap(AdvisoryFileEntity::submitter).orElse(null),
                file.map(AdvisoryFileEntity::returnedBecause).orElse(null),
                file.map(own -> LifeStep.open(AdvisoryStep.class, reader, step -> step.take(
                                        own.workingCopy(), reader.person(), Instant.EPOCH, "")
                                .isOpen()))
                        .orElse(List.of()));
    }
}
