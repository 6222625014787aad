package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.procedure.DenialNotification;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.ReleaseRequest;
import org.comity.sharing.states.MemberStates;

/**
 * Many denials at once, for files: the rules, rows and rights are those of one that is posted. Works in the transaction
 * of whoever asks, and as the caller of the request.
 */
@Singleton
public class BulkDenials {

    private final EntityManager database;
    private final Sql sql;
    private final DraftWriter drafts;
    private final DenialService service;
    private final DiscardService discards;
    private final DenialReader reader;
    private final DenialContentStore contents;
    private final Procedures procedures;
    private final MemberStates states;
    private final RequestBody bodies;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    BulkDenials(
            EntityManager database,
            Sql sql,
            DraftWriter drafts,
            DenialService service,
            DiscardService discards,
            DenialReader reader,
            DenialContentStore contents,
            Procedures procedures,
            MemberStates states,
            RequestBody bodies,
            Reply.Writer replies,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.sql = sql;
        this.drafts = drafts;
        this.service = service;
        this.discards = discards;
        this.reader = reader;
        this.contents = contents;
        this.procedures = procedures;
        this.states = states;
        this.bodies = bodies;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /**
     * An own denial.
     *
     * @param isDraft whether it is a draft, neither submitted nor notified
     * @param version of its file: what changes it changes this too
     */
    public record Known(UUID id, boolean isDraft, int version) {}

    /** The own denials that have one of these national references, by reference. */
    public Map<String, Known> known(Collection<String> nationalRefs) {
        return sql
                .of("select f.national_ref, d.id, d.status, f.row_version from denial_file f"
                        + " join denial d on d.id = f.denial_id"
                        + " where f.originator_state = :own and f.national_ref = any (:refs)")
                .with("own", desk().ownState(), "refs", nationalRefs)
                .list(KnownRow.class)
                .stream()
                .collect(Collectors.toMap(
                        KnownRow::nationalRef,
                        row -> new Known(row.id(), row.status() == DenialStatus.DRAFT, row.rowVersion())));
    }

    private record KnownRow(String nationalRef, UUID id, DenialStatus status, int rowVersion) {}

    /** A caller who may draft. */
    public Caller desk() {
        Caller caller = current.get();
        TakenBy.DESK.require(caller);
        return caller;
    }

    /**
     * What is wrong with drafts or missing before they can be submitted, apart from whether their references are free: a
     * file goes from its check to its notification whole, and nothing in between asks for what it lacks.
     */
    public Rules rules() {
        MemberStates.Snapshot members = states.now();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        StateCode own = desk().ownState();
        return content -> {
            List<FieldError> errors = new ArrayList<>(bodies.faults(content));
            errors.addAll(ContentRules.wrong(content, today));
            errors.addAll(Audience.unreachable(
                    content.releaseOrDefault(), content.provenanceOrDefault(), members, "/releasability"));
            errors.addAll(Audience.nobody(
                    content.releaseOrDefault(), content.provenanceOrDefault(), own, members, "/releasability"));
            Set<String> wrong = errors.stream().map(FieldError::pointer).collect(Collectors.toSet());
            ContentRules.missing(content).stream()
                    .filter(error -> !wrong.contains(error.pointer()))
                    .forEach(errors::add);
            return errors;
        };
    }

    /** Tells what is wrong with a draft. */
    public interface Rules {

        /** The faults, by JSON pointer. */
        List<FieldError> wrong(DraftDenial content);
    }

    /** Opens drafts of contents that {@link #rules()} found right and whose references are free. */
    public Opening opening() {
        return new Opening(desk(), clock.instant());
    }

    /** Opens drafts, one after the other; asks for each procedure once. */
    public final class Opening {

        private final Caller by;
        private final Instant at;
        private final Map<LocalDate, DenialNotification> procedureOn = new HashMap<>();

        private Opening(Caller by, Instant at) {
            this.by = by;
            this.at = at;
        }

        /** Opens a draft. */
        public UUID open(DraftDenial content) {
            LocalDate day =
                    content.decisionDate() == null ? LocalDate.ofInstant(at, ZoneOffset.UTC) : content.decisionDate();
            DenialNotification procedure = procedureOn.computeIfAbsent(day, procedures::denialNotification);
            UUID id = drafts.write(content, by, procedure, at).denial().id();
            database.flush();
            // each is done with: what stays managed would be looked at with every flush
            database.clear();
            return id;
        }
    }

    /** Changes the content of a draft. */
    public void edit(UUID id, UnaryOperator<DraftDenial> change) {
        DenialEntity draft = reader.find(id, reader.lens(id));
        DraftDenial before = contents.read(draft, Optional.of(database.find(DenialFileEntity.class, id)), Lens.OWN);
        service.edit(seen(id), change.apply(before));
        database.clear();
    }

    /** Submits a draft. */
    public void submit(UUID id) {
        service.submit(seen(id));
        database.clear();
    }

    /**
     * How an own denial stands.
     *
     * @param isOut whether it is in force or over: an approver has seen it
     * @param version of its file: what changes it changes this too
     */
    public record Standing(boolean isDraft, boolean isSubmitted, boolean isOut, int version) {}

    /** How an own denial stands; none where it was thrown away. */
    public Optional<Standing> standing(UUID id) {
        return sql.of("select d.status, f.row_version from denial_file f join denial d on d.id = f.denial_id"
                        + " where f.denial_id = :id and f.originator_state = :own")
                .with("id", id, "own", desk().ownState())
                .first(StandingRow.class)
                .map(row -> {
                    boolean draft = row.status() == DenialStatus.DRAFT;
                    boolean submitted = row.status() == DenialStatus.NATIONAL_APPROVAL;
                    return new Standing(draft, submitted, !draft && !submitted, row.rowVersion());
                });
    }

    private record StandingRow(DenialStatus status, int rowVersion) {}

    /** Approves a submission as it stands. */
    public void approve(UUID id) {
        service.approve(seen(id), new ReleaseRequest(null, null, null));
        database.clear();
    }

    /** Sends a submission back. */
    public void sendBack(UUID id, String reason) {
        service.sendBack(seen(id), reason);
        database.clear();
    }

    /** Throws a draft away. */
    public void discard(UUID id) {
        discards.discard(seen(id));
    }

    private RecordVersion seen(UUID id) {
        Lens lens = reader.lens(id);
        return new RecordVersion(
                id, replies.etag(reader.view(reader.find(id, lens), lens)).value());
    }
}
