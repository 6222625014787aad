package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.bulletins.content.Attachment;
import org.comity.bulletins.content.BulletinRules;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.UnnamedState;
import org.comity.bulletins.file.SealedFiles;
import org.comity.bulletins.stix.StixObjects;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.json.Revised;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.reference.References;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRequest;

/**
 * Drafts, clears, changes and takes back bulletins.
 *
 * <p>Rules.
 */
@Singleton
class BulletinService {

    private final SharedRecords<BulletinEntity, BulletinFileEntity, BulletinView> bulletins;
    private final Bulletins all;
    private final References references;
    private final StixObjects stix;
    private final RecalledBulletins recalled;
    private final SealedFiles files;
    private final Sql sql;
    private final Outbox outbox;
    private final CurrentCaller current;
    private final Clock clock;

    BulletinService(
            Bulletins all,
            References references,
            StixObjects stix,
            RecalledBulletins recalled,
            SealedFiles files,
            Sql sql,
            Outbox outbox,
            CurrentCaller current,
            Clock clock) {
        this.all = all;
        this.bulletins = all.records();
        this.references = references;
        this.stix = stix;
        this.recalled = recalled;
        this.files = files;
        this.sql = sql;
        this.outbox = outbox;
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
        String ref = reference(content, opening.state());
        BulletinEntity bulletin = new BulletinEntity(opening, ref, content);
        refuse(bulletins.faults(bulletin, content.releaseOrDefault()));
        refuse(recalled.unknown(content.derivedFrom(), Set.of(), opening.state()));
        refuse(attached(content, List.of()));
        Reply drafted = bulletins.open(path, bulletin, new BulletinFileEntity(opening, content));
        BulletinKey.write(sql, bulletin.id(), bulletin.originator(), content);
        return new Drafted(bulletin.id(), ref, drafted);
    }

    /** The code of a state that stays unnamed stands in no reference. */
    private String reference(DraftBulletin content, StateCode own) {
        StateCode called = content.staysUnnamed() ? UnnamedState.CODE : own;
        return references.free("BU", called, Bulletins.table(), "originator_state");
    }

    /** Throws away a draft that nobody has submitted, without a version: for the system that wrote it. */
    @Transactional
    void throwAway(UUID id) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.find(id);
        TakenBy.ANALYSTS.require(current.get());
        if (!(all.life(seen).discard() instanceof Step.Gone<BulletinLife>)) {
            throw KernelProblem.FORBIDDEN.because(
                    "The bulletin " + seen.header().ref()
                            + " is no draft any more: its desk takes it back, or its approver recalls it.");
        }
        bulletins.remove(seen, seen.header().ref());
    }

    /** What is worked on says this from now on. */
    @Transactional
    Reply edit(RecordVersion version, DraftBulletin said) {
        return take(version, BulletinStep.EDIT, seen -> {
            BulletinLife next = all.life(seen).edit().taken();
            List<Attachment> files = worked(seen).attachments();
            refuse(attached(said, files));
            DraftBulletin content = said.attaching(files);
            refuse(BulletinRules.wrong(content, today()));
            refuse(bulletins.faults(seen.header(), content.releaseOrDefault()));
            refuse(decided(seen, content));
            refuse(recalled.unknown(
                    content.derivedFrom(),
                    Set.copyOf(worked(seen).derivedFrom()),
                    seen.header().originator()));
            works(seen, content);
            return next;
        });
    }

    /** Who it is from is decided before readers have it; what came in as STIX may name its state anywhere. */
    private List<FieldError> decided(Seen<BulletinEntity, BulletinFileEntity> seen, DraftBulletin content) {
        BulletinEntity bulletin = seen.header();
        if (bulletin.isPublished() && content.staysUnnamed() != bulletin.isUnnamed()) {
            return List.of(new FieldError("/unnamed", "Readers have it already: publish another bulletin."));
        }
        if (bulletin.isPublished() && content.asksForSignatures()) {
            return List.of(new FieldError("/signatories", "Readers have it already: propose another bulletin."));
        }
        return content.staysUnnamed() && stix.isGiven(bulletin.id())
                ? List.of(new FieldError("/unnamed", "What came in as STIX goes out with the name of its state."))
                : List.of();
    }

    /** Files are added and removed one by one: who says nothing of them keeps them, and who names others is told. */
    private static List<FieldError> attached(DraftBulletin said, List<Attachment> files) {
        return said.attachments().isEmpty() || said.attachments().equals(files)
                ? List.of()
                : List.of(new FieldError("/attachments", "Files are attached, and removed, one by one."));
    }

    private void works(Seen<BulletinEntity, BulletinFileEntity> seen, DraftBulletin content) {
        if (seen.header().version() > 0) {
            seen.file().next(content);
            return;
        }
        says(seen, content);
    }

    private void says(Seen<BulletinEntity, BulletinFileEntity> seen, DraftBulletin content) {
        BulletinEntity bulletin = seen.header();
        if (content.staysUnnamed() != bulletin.isUnnamed()) {
            bulletin.ref(reference(content, bulletin.originator()));
        }
        seen.header().says(content);
        seen.file().release(content.releaseOrDefault());
        seen.file().derivedFrom(content.derivedFrom());
        BulletinKey.write(sql, seen.header().id(), seen.header().originator(), content);
    }

    /** Changes what is worked on in its files alone. */
    @Transactional
    Reply attach(RecordVersion version, UnaryOperator<DraftBulletin> change) {
        return take(version, BulletinStep.EDIT, seen -> {
            BulletinLife next = all.life(seen).edit().taken();
            works(seen, change.apply(worked(seen)));
            return next;
        });
    }

    /** What is worked on, for who may change it now; refuses everybody else. */
    @Transactional
    DraftBulletin workedOn(RecordVersion version) {
        Seen<BulletinEntity, BulletinFileEntity> seen = bulletins.opened(version, BulletinStep.EDIT);
        all.life(seen).edit().taken();
        return worked(seen);
    }

    /** What is worked on. */
    private static DraftBulletin worked(Seen<BulletinEntity, BulletinFileEntity> seen) {
        return seen.file().next().orElseGet(() -> Bulletins.content(seen));
    }

    /** What is worked on goes to clearance; all that it lacks is told at once. */
    @Transactional
    Reply submit(RecordVersion version) {
        return take(version, BulletinStep.SUBMIT, seen -> {
            BulletinLife next = all.life(seen).submit(person(), clock.instant()).taken();
            refuseIncomplete(seen);
            return next;
        });
    }

    private void refuseIncomplete(Seen<BulletinEntity, BulletinFileEntity> seen) {
        DraftBulletin content = worked(seen);
        refuse(BulletinRules.wrong(content, today()));
        refuse(bulletins.faults(seen.header(), content.releaseOrDefault()));
        refuse(recalled.faults(seen.header().originator(), content));
        List<FieldError> missing = BulletinRules.missing(content);
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
    }

    /** Another person clears it: readers have it with that, and not before. */
    @Transactional
    Reply approve(RecordVersion version) {
        return take(version, BulletinStep.APPROVE, seen -> {
            BulletinLife next = all.life(seen).approve(person()).taken();
            refuseIncomplete(seen);
            if (next.status() == BulletinStatus.PROPOSED) {
                propose(seen);
                return next;
            }
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

    /** Those who are to sign it have it, and nobody else; what its readers will have waits in the desk's file. */
    private void propose(Seen<BulletinEntity, BulletinFileEntity> seen) {
        DraftBulletin content = worked(seen);
        says(seen, content.proposed());
        bulletins.publish(seen);
        seen.file().next(content);
        outbox.append(BulletinEvent.PROPOSED.of(seen.header()));
    }

    /** A collective notice is signed: its readers have it, in the name of all who signed, and learn of no other. */
    @Transactional
    Reply publish(RecordVersion version) {
        return take(version, BulletinStep.PUBLISH, seen -> {
            BulletinLife next = all.life(seen).publish().taken();
            DraftBulletin content = Revised.of(worked(seen))
                    .with(
                            "signatories",
                            all.signed(seen.header()).stream().sorted().toList())
                    .with("signaturesNeeded", null)
                    .made();
            refuse(BulletinRules.wrong(content, today()));
            refuse(bulletins.faults(seen.header(), content.releaseOrDefault()));
            bulletins.publishNext(seen, content.releaseOrDefault(), () -> says(seen, content));
            seen.file().next(null);
            outbox.append(BulletinEvent.PUBLISHED.of(seen.header()));
            return next;
        });
    }

    /** Goes back to its desk. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        return take(version, BulletinStep.RETURN, seen -> all.life(seen)
                .sendBack(reason)
                .taken());
    }

    /** Opens a next version, which begins as what is published. */
    @Transactional
    Reply amend(RecordVersion version) {
        return take(version, BulletinStep.AMEND, seen -> {
            BulletinLife next = all.life(seen).amend().taken();
            seen.file().next(Bulletins.content(seen));
            return next;
        });
    }

    /** Changes to whom it goes: narrower by the desk, wider by an approver. It bites at once. */
    @Transactional
    Reply release(RecordVersion version, ReleaseRequest request) {
        return take(version, BulletinStep.RELEASE, seen -> {
            BulletinLife next = all.life(seen).release().taken();
            refuse(BulletinRules.wrong(
                    Revised.of(Bulletins.content(seen))
                            .with("tlp", request.tlp() == null ? seen.header().tlp() : request.tlp())
                            .with("releasability", request.releasability())
                            .with("validUntil", null)
                            .made(),
                    today()));
            Set<StateCode> before = bulletins.reached(version.id());
            bulletins.release(seen, request);
            if (!bulletins.reached(version.id()).containsAll(before)) {
                recalled.sourceGone(seen.header());
            }
            outbox.append(BulletinEvent.RELEASE_CHANGED.of(seen.header()));
            return next;
        });
    }

    /** Its originator stands by it no longer; its readers see that, and why. */
    @Transactional
    Reply withdraw(RecordVersion version, String reason) {
        return take(version, BulletinStep.WITHDRAW, seen -> {
            BulletinLife next = all.life(seen).withdraw().taken();
            end(seen, reason);
            outbox.append(BulletinEvent.WITHDRAWN.of(seen.header()));
            return next;
        });
    }

    /** Takes it back from everybody: its own desk alone still finds it. */
    @Transactional
    Reply recall(RecordVersion version, String reason) {
        return take(version, BulletinStep.RECALL, seen -> {
            BulletinLife next = all.life(seen).recall().taken();
            end(seen, reason);
            recalled.recalled(seen.header());
            bulletins.release(seen, new ReleaseRequest(toNobody(seen), null, null));
            recalled.sourceGone(seen.header());
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
        return switch (all.life(seen).discard()) {
            case Step.Gone<BulletinLife> gone -> {
                bulletins.remove(seen, seen.header().ref());
                yield Optional.empty();
            }
            case Step<BulletinLife> step -> {
                stands(seen, step.taken());
                seen.file().next(null);
                keepFiles(seen);
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
            keepFiles(seen);
            if (step.isSeenByReaders() && seen.header().publishedAt() != null) {
                stix.publish(seen.header().stix());
            }
        });
    }

    /** A file that neither its readers' version nor the next one has is gone. */
    private void keepFiles(Seen<BulletinEntity, BulletinFileEntity> seen) {
        files.keep(
                seen.header().id(),
                Stream.concat(Stream.of(seen.header().content()), seen.file().next().stream())
                        .flatMap(content -> content.attachments().stream())
                        .map(Attachment::id)
                        .distinct()
                        .toList());
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
