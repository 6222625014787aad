package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.BulletinRules;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Markdown;
import org.comity.bulletins.content.NamedParty;
import org.comity.bulletins.response.CommentRequest;
import org.comity.bulletins.response.Responses;
import org.comity.bulletins.response.SightingRequest;
import org.comity.bulletins.response.StateAcknowledgement;
import org.comity.bulletins.stix.StixObjects;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.json.Revised;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.record.RecordKind;
import org.comity.sharing.record.RecordKinds;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.reference.References;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRequest;

/**
 * Drafts, clears, changes, shows and takes back bulletins, and keeps what states say of them.
 *
 * <p>Rules.
 */
@Singleton
class BulletinService {

    private static final RecordKind<BulletinEntity, BulletinFileEntity> KIND =
            new RecordKind<>("bulletin", Desk.ANALYSIS, BulletinEntity.class, BulletinFileEntity.class);

    private final SharedRecords<BulletinEntity, BulletinFileEntity, BulletinView> bulletins;
    private final References references;
    private final Responses responses;
    private final BulletinReceipts receipts;
    private final StixObjects stix;
    private final Sql sql;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    BulletinService(
            RecordKinds kinds,
            References references,
            Responses responses,
            BulletinReceipts receipts,
            StixObjects stix,
            Sql sql,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Clock clock) {
        this.bulletins = kinds.of(KIND, this::view);
        this.references = references;
        this.responses = responses;
        this.receipts = receipts;
        this.stix = stix;
        this.sql = sql;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(DraftBulletin content, String path) {
        return drafted(content, path).reply();
    }

    /** A draft that was opened. */
    record Drafted(UUID id, String ref, Reply reply) {}

    /** Opens a draft, in a transaction that is there already. */
    @Transactional
    Drafted drafted(DraftBulletin content, String path) {
        Opening opening = bulletins.opening();
        refuse(BulletinRules.wrong(content, today()));
        String ref = references.free("BU", opening.state(), KIND.table(), "originator_state");
        BulletinEntity bulletin = new BulletinEntity(opening, ref, content);
        refuse(bulletins.faults(bulletin, content.releaseOrDefault()));
        Reply drafted = bulletins.open(path, bulletin, new BulletinFileEntity(opening, content));
        BulletinKey.write(sql, bulletin.id(), bulletin.originator(), content);
        return new Drafted(bulletin.id(), ref, drafted);
    }

    /** Throws away a draft that nobody has submitted, without a version: for the system that wrote it. */
    @Transactional
    void throwAway(UUID id) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.find(id);
        TakenBy.ANALYSTS.require(current.get());
        if (!(life(seen).discard() instanceof Step.Gone<BulletinLife>)) {
            throw KernelProblem.FORBIDDEN.because(
                    "The bulletin " + seen.header().ref()
                            + " is no draft any more: its desk takes it back, or its approver recalls it.");
        }
        bulletins.remove(seen, seen.header().ref());
    }

    /** What is worked on says this from now on. */
    @Transactional
    Reply edit(RecordVersion version, DraftBulletin content) {
        return take(version, BulletinStep.EDIT, seen -> {
            BulletinLife next = life(seen).edit().taken();
            refuse(BulletinRules.wrong(content, today()));
            refuse(bulletins.faults(seen.header(), content.releaseOrDefault()));
            works(seen, content);
            return next;
        });
    }

    private void works(Seen<BulletinEntity, BulletinFileEntity> seen, DraftBulletin content) {
        if (seen.header().version() > 0) {
            seen.file().next(content);
            return;
        }
        says(seen, content);
    }

    private void says(Seen<BulletinEntity, BulletinFileEntity> seen, DraftBulletin content) {
        seen.header().says(content);
        seen.file().release(content.releaseOrDefault());
        BulletinKey.write(sql, seen.header().id(), seen.header().originator(), content);
    }

    /** What is worked on. */
    private static DraftBulletin worked(Seen<BulletinEntity, BulletinFileEntity> seen) {
        return seen.file().next().orElseGet(() -> content(seen));
    }

    /** What a bulletin says to the one who sees it. */
    private static DraftBulletin content(Seen<BulletinEntity, BulletinFileEntity> seen) {
        BulletinEntity bulletin = seen.header();
        return Revised.of(bulletin.content())
                .with("tlp", bulletin.tlp())
                .with("permittedUse", bulletin.permittedUse())
                .with("provenance", bulletin.provenance())
                .with("releasability", bulletin.content().releasability() == null ? null : seen.releasability())
                .made();
    }

    /** What is worked on goes to clearance; all that it lacks is told at once. */
    @Transactional
    Reply submit(RecordVersion version) {
        return take(version, BulletinStep.SUBMIT, seen -> {
            BulletinLife next = life(seen).submit(person(), clock.instant()).taken();
            refuseIncomplete(seen);
            return next;
        });
    }

    private void refuseIncomplete(Seen<BulletinEntity, BulletinFileEntity> seen) {
        DraftBulletin content = worked(seen);
        refuse(BulletinRules.wrong(content, today()));
        refuse(bulletins.faults(seen.header(), content.releaseOrDefault()));
        List<FieldError> missing = BulletinRules.missing(content);
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
    }

    /** Another person clears it: readers have it with that, and not before. */
    @Transactional
    Reply approve(RecordVersion version) {
        return take(version, BulletinStep.APPROVE, seen -> {
            BulletinLife next = life(seen).approve(person()).taken();
            refuseIncomplete(seen);
            Optional<DraftBulletin> update = seen.file().next();
            if (update.isPresent()) {
                bulletins.publishNext(seen, update.get().releaseOrDefault(), () -> says(seen, update.get()));
                seen.file().next(null);
            } else {
                bulletins.publish(seen);
            }
            outbox.append((update.isPresent() ? BulletinEvent.UPDATED : BulletinEvent.PUBLISHED).of(seen.header()));
            return next;
        });
    }

    /** Goes back to its desk. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        return take(version, BulletinStep.RETURN, seen -> life(seen)
                .sendBack(reason)
                .taken());
    }

    /** Opens a next version, which begins as what is published. */
    @Transactional
    Reply amend(RecordVersion version) {
        return take(version, BulletinStep.AMEND, seen -> {
            BulletinLife next = life(seen).amend().taken();
            seen.file().next(content(seen));
            return next;
        });
    }

    /** Changes to whom it goes: narrower by the desk, wider by an approver. It bites at once. */
    @Transactional
    Reply release(RecordVersion version, ReleaseRequest request) {
        return take(version, BulletinStep.RELEASE, seen -> {
            BulletinLife next = life(seen).release().taken();
            refuse(BulletinRules.wrong(
                    Revised.of(content(seen))
                            .with("tlp", request.tlp() == null ? seen.header().tlp() : request.tlp())
                            .with("releasability", request.releasability())
                            .with("validUntil", null)
                            .made(),
                    today()));
            bulletins.release(seen, request);
            outbox.append(BulletinEvent.RELEASE_CHANGED.of(seen.header()));
            return next;
        });
    }

    /** Its originator stands by it no longer; its readers see that, and why. */
    @Transactional
    Reply withdraw(RecordVersion version, String reason) {
        return take(version, BulletinStep.WITHDRAW, seen -> {
            BulletinLife next = life(seen).withdraw().taken();
            end(seen, reason);
            outbox.append(BulletinEvent.WITHDRAWN.of(seen.header()));
            return next;
        });
    }

    /** Takes it back from everybody: its own desk alone still finds it. */
    @Transactional
    Reply recall(RecordVersion version, String reason) {
        return take(version, BulletinStep.RECALL, seen -> {
            BulletinLife next = life(seen).recall().taken();
            end(seen, reason);
            bulletins.release(seen, new ReleaseRequest(toNobody(seen), null, null));
            outbox.append(BulletinEvent.RECALLED.of(seen.header()));
            return next;
        });
    }

    private static Releasability toNobody(Seen<BulletinEntity, BulletinFileEntity> seen) {
        boolean derived = seen.header().provenance() == Provenance.REGIME_DERIVED;
        return new Releasability(
                ReleaseMode.ORIGINATOR_ONLY,
                List.of(),
                List.of(),
                derived ? seen.releasability().regime() : null);
    }

    private static void end(Seen<BulletinEntity, BulletinFileEntity> seen, String reason) {
        seen.file().next(null);
        seen.header().endedBecause(reason);
    }

    /**
     * Throws away what is worked on.
     *
     * @return the bulletin that stays published; nothing, where it was a draft
     */
    @Transactional
    Optional<Reply> discard(RecordVersion version) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.opened(version, BulletinStep.DISCARD);
        return switch (life(seen).discard()) {
            case Step.Gone<BulletinLife> gone -> {
                bulletins.remove(seen, seen.header().ref());
                yield Optional.empty();
            }
            case Step<BulletinLife> step -> {
                stands(seen, step.taken());
                seen.file().next(null);
                yield Optional.of(bulletins.changed(seen));
            }
        };
    }

    /** Takes a step, which tells where the bulletin stands then. */
    private Reply take(
            RecordVersion version,
            BulletinStep step,
            Function<Seen<BulletinEntity, BulletinFileEntity>, BulletinLife> work) {
        return bulletins.take(version, step, seen -> {
            stands(seen, work.apply(seen));
            if (step.isSeenByReaders()) {
                stix.publish(seen.header().stix());
            }
        });
    }

    private void stands(Seen<BulletinEntity, BulletinFileEntity> seen, BulletinLife next) {
        boolean waits = next.copy().filter(WorkingCopy::isSubmitted).isPresent();
        BulletinStatus status =
                next.status() == BulletinStatus.DRAFT && waits ? BulletinStatus.CLEARANCE : next.status();
        seen.header().status(status, clock.instant());
        if (!next.copy().equals(seen.file().workingCopy())) {
            seen.file().workingCopy(next.copy());
        }
    }

    private static BulletinLife life(Seen<BulletinEntity, BulletinFileEntity> seen) {
        return life(seen.header(), seen.file());
    }

    private static BulletinLife life(BulletinEntity bulletin, BulletinFileEntity file) {
        BulletinStatus status =
                bulletin.status() == BulletinStatus.CLEARANCE ? BulletinStatus.DRAFT : bulletin.status();
        return new BulletinLife(status, file.workingCopy());
    }

    /** One bulletin, as the caller may see it. */
    @Transactional
    Reply read(UUID id) {
        receipts.opened(bulletins.find(id).header());
        return bulletins.read(id);
    }

    /** Which states opened an own bulletin. */
    @Transactional
    List<ReceiptView> receipts(UUID id) {
        return receipts.of(bulletins.find(id).header());
    }

    /** The bulletins that the caller may see, the newest first. */
    @Transactional
    Page<BulletinSummary> list(BulletinQuery query, PageRequest page) {
        refuseWhoReadsNone();
        return bulletins.list(
                page,
                query::narrowed,
                seen -> BulletinSummary.of(
                        seen.header(),
                        seen.ownFile()
                                .map(BulletinFileEntity::updatedAt)
                                .orElse(seen.header().contentAt())));
    }

    private void refuseWhoReadsNone() {
        Caller caller = current.get();
        if (!TakenBy.ANALYSTS.lets(caller) && !caller.hasAny(Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads bulletins is needed.");
        }
    }

    /** The caller's state comments on a bulletin that it reads. */
    @Transactional
    Reply comment(UUID id, CommentRequest said) {
        return answer(id, seen -> {
            BulletinEntity bulletin = seen.header();
            StateCode own = current.get().ownState();
            if (said.kind().isOfNamedStates() && !names(bulletin.content(), own)) {
                throw KernelProblem.INVALID_VALUES.at(
                        "/kind",
                        "The bulletin does not name your state. Corroborate it, or say that you have no comment.");
            }
            stix.commented(bulletin.stix(), responses.comment(id, bulletin.originator(), own, said));
            outbox.append(BulletinEvent.COMMENTED.of(bulletin));
        });
    }

    /** Whether a bulletin is about a state: as a destination, or as the country of a party. */
    private static boolean names(DraftBulletin content, StateCode state) {
        return content.destinations().contains(state)
                || content.parties().stream().map(NamedParty::country).anyMatch(state::equals);
    }

    /** The caller's state acted on a bulletin. */
    @Transactional
    Reply sighted(UUID id, SightingRequest said) {
        return answer(
                id,
                seen -> stix.sighted(
                        seen.header().stix(),
                        responses.sighted(
                                id, seen.header().originator(), current.get().ownState(), said)));
    }

    /** The caller's state has seen an alert. */
    @Transactional
    Reply acknowledge(UUID id) {
        return answer(id, seen -> {
            if (seen.header().content().bulletinClass() != BulletinClass.ALERT) {
                throw BulletinProblem.NOT_AN_ALERT.because("Only an alert is acknowledged.");
            }
            responses.acknowledged(id, seen.header().originator(), current.get().ownState());
        });
    }

    /** A state that reads the bulletin says something of it: 404 where it is hidden, 403 where it is its own, or by role. */
    private Reply answer(UUID id, Consumer<Seen<BulletinEntity, BulletinFileEntity>> said) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.find(id);
        TakenBy.ANALYSTS.require(current.get());
        if (current.get().isOf(seen.header().originator())) {
            throw KernelProblem.FORBIDDEN.because("This is for the states that the bulletin was released to.");
        }
        said.accept(seen);
        return replies.ok(view(seen));
    }

    private BulletinView view(Seen<BulletinEntity, BulletinFileEntity> seen) {
        BulletinEntity bulletin = seen.header();
        Optional<BulletinFileEntity> file = seen.ownFile();
        DraftBulletin content = content(seen);
        Optional<StateCode> reader = current.get().state();
        List<StateAcknowledgement> acknowledged = reader.map(state -> responses.acknowledgements(bulletin.id(), state))
                .orElse(List.of());
        return new BulletinView(
                bulletin.id(),
                bulletin.ref(),
                bulletin.version(),
                bulletin.originator(),
                bulletin.status(),
                file.map(BulletinFileEntity::updatedAt).orElse(bulletin.contentAt()),
                bulletin.publishedAt(),
                bulletin.endedBecause(),
                content,
                content.body() == null ? null : Markdown.html(content.body()),
                file.flatMap(BulletinFileEntity::submitter).orElse(null),
                file.map(BulletinFileEntity::returnedBecause).orElse(null),
                file.flatMap(BulletinFileEntity::next).orElse(null),
                file.flatMap(BulletinFileEntity::next)
                        .map(DraftBulletin::body)
                        .map(Markdown::html)
                        .orElse(null),
                file.map(own -> stix.givenObjects(bulletin.id(), own.next().orElse(content)))
                        .orElse(List.of()),
                responses.comments(bulletin.id()),
                reader.map(state -> responses.sightings(bulletin.id(), state)).orElse(List.of()),
                acknowledged,
                file.map(own -> LifeStep.open(BulletinStep.class, current.get(), step -> life(bulletin, own)
                                .lets(step, person())))
                        .orElseGet(() -> answers(bulletin, acknowledged)));
    }

    /** What the caller's state, which reads a bulletin of another, may say of it now. */
    private List<String> answers(BulletinEntity bulletin, List<StateAcknowledgement> acknowledged) {
        Caller caller = current.get();
        if (caller.state().isEmpty() || caller.isOf(bulletin.originator())) {
            return List.of();
        }
        boolean alert = bulletin.content().bulletinClass() == BulletinClass.ALERT;
        return LifeStep.open(
                AnswerStep.class, caller, step -> step != AnswerStep.ACKNOWLEDGE || alert && acknowledged.isEmpty());
    }

    private Person person() {
        return current.get().person();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void refuse(List<FieldError> wrong) {
        if (!wrong.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(new ArrayList<>(wrong));
        }
    }
}
