package org.comity.sharing.record;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.AudienceTable;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRequest;
import org.comity.sharing.release.ReleaseRules;
import org.comity.sharing.release.ReleasedFile;
import org.comity.sharing.release.Share;
import org.comity.sharing.release.Widening;
import org.comity.sharing.states.MemberStates;

/**
 * The records of one kind, in the transaction of a request: opened by a desk, found through the wall, changed by steps,
 * released and listed. {@link RecordKinds} makes it.
 *
 * @param <R> the header
 * @param <F> the desk's file
 * @param <V> the view
 */
public final class SharedRecords<R extends SharedRecord, F extends ReleasedFile, V> {

    private final RecordKind<R, F> kind;
    private final Function<Seen<R, F>, V> views;
    private final RecordKinds.Means means;
    private final AudienceTable audiences;
    private final SeenRecords<R, F> seen;

    SharedRecords(RecordKind<R, F> kind, Function<Seen<R, F>, V> views, RecordKinds.Means means) {
        this.kind = kind;
        this.views = views;
        this.means = means;
        this.audiences = new AudienceTable(means.sql(), kind.table() + "_audience", kind.column());
        this.seen = new SeenRecords<>(kind, means, audiences);
    }

    /**
     * Who opens the next record.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for a caller who is not of the desk
     */
    public Opening opening() {
        Caller by = means.caller();
        kind.desk().drafts().require(by);
        return new Opening(means.identifiers().next(), by.ownState(), by.person(), means.now());
    }

    /** Keeps a draft, and answers with it. */
    public Reply open(String path, R header, F file) {
        means.database().persist(header);
        means.database().persist(file);
        means.database().flush();
        audiences.open(header.id(), header.originator(), header.contentAt());
        means.trail().touched(header.id());
        return means.replies()
                .created(path + "/" + header.id(), views.apply(new Seen<>(header, Lens.OWN, Optional.of(file))));
    }

    /** The record as the caller sees it, in an answer. */
    public Reply read(UUID id) {
        return means.replies().ok(views.apply(find(id)));
    }

    /**
     * The record as the caller sees it.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where there is none, or it is hidden
     */
    public Seen<R, F> find(UUID id) {
        means.trail().touched(id);
        return seen(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no " + kind.noun() + " of this id."));
    }

    /** Those of these records that the caller sees, read together: the lens of each is the same as if it were read alone. */
    public List<Seen<R, F>> seen(Collection<UUID> ids) {
        return seen.of(ids);
    }

    private record Listed(UUID id, Instant listedAt) {}

    /** What the caller may see, the newest first. */
    public Page<V> list(PageRequest page) {
        return list(page, all -> all, views);
    }

    /**
     * What the caller may see of a kind, the newest first.
     *
     * @param filter adds conditions on the header, {@code r}, and the audience, {@code a}
     * @param shown what the list says of each
     */
    public <T> Page<T> list(PageRequest page, UnaryOperator<SqlStatement> filter, Function<Seen<R, F>, T> shown) {
        Optional<StateCode> reader = Share.reader(means.caller(), kind.desk());
        if (reader.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        String id = "a." + kind.column();
        List<Listed> rows = filter.apply(means.sql()
                        .of("select r.id, a.listed_at from " + kind.table() + "_audience a join " + kind.table()
                                + " r on r.id = " + id + " where "
                                + Share.listCondition(means.caller(), kind.desk()))
                        .with("state", reader.get()))
                .newestFirst(page, "a.listed_at", id)
                .list(Listed.class);
        return Page.of(
                rows,
                page.limit(),
                row -> new PageRequest.Position(row.listedAt(), row.id()).cursor(),
                some -> some.stream().map(row -> shown.apply(find(row.id()))).toList());
    }

    /** Takes a step of the originator's desk, and answers with what the desk then sees; refuses as {@link #opened} does. */
    public Reply take(RecordVersion version, LifeStep step, Consumer<Seen<R, F>> work) {
        Seen<R, F> seen = opened(version, step);
        work.accept(seen);
        return changed(seen);
    }

    /**
     * The record, opened for a step of the originator's desk.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where the record is hidden, 403 where it is another state's or
     *     another role's step, 428 and 412 where the caller has not read the record as it stands
     */
    public Seen<R, F> opened(RecordVersion version, LifeStep step) {
        Seen<R, F> seen = find(version.id());
        if (seen.ownFile().isEmpty()) {
            throw KernelProblem.FORBIDDEN.because(
                    "Only the desk of the state whose " + kind.noun() + " it is does this.");
        }
        step.takenBy().require(means.caller());
        means.replies().etag(views.apply(seen)).require(version.ifMatch());
        return seen;
    }

    /** Nothing is left of a draft but its reference, which is not given again. */
    public void remove(Seen<R, F> draft, String ref) {
        means.discarded()
                .remove(
                        draft.file(),
                        kind.table(),
                        draft.header().id(),
                        draft.header().originator(),
                        ref);
    }

    /** Keeps what its desk changed, and answers with what the desk then sees. */
    public Reply changed(Seen<R, F> seen) {
        seen.file().touched(means.now());
        means.database().lock(seen.file(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        means.database().flush();
        return means.replies().ok(views.apply(seen));
    }

    /** The caller approved a draft: readers have the record from now on. */
    public void publish(Seen<R, F> seen) {
        publish(seen, covered(seen.header(), seen.releasability()));
    }

    /**
     * The caller approved the next version of a published record: readers have that from now on.
     *
     * @param next to whom it goes
     * @param says puts the content of the next version into the record
     */
    public void publishNext(Seen<R, F> seen, Releasability next, Runnable says) {
        Set<StateCode> reached = again(seen, next);
        says.run();
        publish(seen, reached);
    }

    private void publish(Seen<R, F> seen, Set<StateCode> reached) {
        seen.file().approved(means.caller().person());
        seen.header().published(means.now());
        reach(seen, reached);
    }

    /**
     * Changes to whom a published record goes, with which label and for which use; it bites at once.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 where an officer widens, 422 where the release can reach nobody
     */
    public void release(Seen<R, F> seen, ReleaseRequest request) {
        Releasability wanted = request.releasability();
        if (wanted == null) {
            throw KernelProblem.MISSING_VALUES.at("/releasability", "This is missing.");
        }
        R header = seen.header();
        List<FieldError> faults = faults(header, wanted);
        if (!faults.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(faults);
        }
        Widening.Terms terms = new Widening.Terms(
                request.tlp() == null ? header.tlp() : request.tlp(),
                request.permittedUse() == null || request.permittedUse().isEmpty()
                        ? header.permittedUse()
                        : request.permittedUse());
        Set<StateCode> reached = again(seen, wanted);
        Widening.requireApprover(
                means.caller(),
                reached(header.id()),
                withSecretariat(header, wanted.mode(), reached),
                header.terms(),
                terms);
        if (wanted.mode() != header.releasability().mode() || !terms.equals(header.terms())) {
            // whom it reaches is its originator's alone to know
            header.changed(means.now());
        }
        header.terms(wanted.mode(), terms);
        seen.file().release(wanted);
        reach(seen, reached);
    }

    /** What is wrong with a release of this record. */
    public List<FieldError> faults(R header, Releasability wanted) {
        String at = "/releasability";
        MemberStates.Snapshot states = states(header);
        List<FieldError> wrong = new ArrayList<>(ReleaseRules.wrong(wanted, header.provenance(), at));
        wrong.addAll(Audience.unreachable(wanted, header.provenance(), states, at));
        wrong.addAll(Audience.nobody(wanted, header.provenance(), header.originator(), states, at));
        return wrong;
    }

    /** The states, other than its own, that may read it now. */
    public Set<StateCode> reached(UUID id) {
        return audiences.reached(id);
    }

    private Set<StateCode> again(Seen<R, F> seen, Releasability wanted) {
        R header = seen.header();
        return Audience.again(
                wanted, covered(header, wanted), covered(header, seen.releasability()), reached(header.id()));
    }

    private Set<StateCode> covered(R header, Releasability release) {
        return Audience.of(release, header.provenance(), header.originator(), states(header));
    }

    /** These readers, and the secretariat where the record goes to it by its label: never where it goes to no state. */
    private Set<StateCode> withSecretariat(R header, ReleaseMode mode, Set<StateCode> reached) {
        Set<StateCode> readers = new TreeSet<>(reached);
        readers.remove(Share.SECRETARIAT);
        if (header.goesToSecretariat() && mode != ReleaseMode.ORIGINATOR_ONLY) {
            readers.add(Share.SECRETARIAT);
        }
        return readers;
    }

    private MemberStates.Snapshot states(R header) {
        return means.states().now().keeping(reached(header.id()));
    }

    private void reach(Seen<R, F> seen, Set<StateCode> reached) {
        R header = seen.header();
        means.database().flush();
        audiences.release(
                header.id(),
                header.originator(),
                withSecretariat(header, seen.releasability().mode(), reached),
                Audience.membersOnly(seen.releasability(), header.provenance()),
                header.permittedUse(),
                header.contentAt());
    }
}
