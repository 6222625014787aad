package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.denials.content.Tlp;
import org.comity.denials.denial.DenialCitations;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/** What a consultation has several of, each read through the filter. */
@Singleton
class ConsultationStore {

    private static final String NOTE = "select m.id, m.written_by, m.written_by_name, m.at, m.text, m.edited_by,"
            + " m.edited_by_name, m.edited_at from consultation_note m";

    private final EntityManager database;
    private final ConsultationFilter filter;
    private final Identifiers identifiers;

    ConsultationStore(EntityManager database, ConsultationFilter filter, Identifiers identifiers) {
        this.database = database;
        this.filter = filter;
        this.identifiers = identifiers;
    }

    /** The threads that the caller sees, by consulted state. */
    List<ThreadEntity> threads(Caller caller, UUID consultation) {
        List<UUID> ids = new ArrayList<>();
        for (Object id : query(
                        caller,
                        "select t.id from consultation_thread t where t.consultation_id = :consultation and "
                                + filter.thread(),
                        consultation)
                .getResultList()) {
            ids.add((UUID) id);
        }
        return ids.isEmpty()
                ? List.of()
                : database.createQuery("from ThreadEntity where id in :ids order by consultedState", ThreadEntity.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /**
     * A denial that is cited in a thread.
     *
     * @param ended REVOKED or EXPIRED, where the reader may still read the denial and it is so
     * @param tlp the denial's label, where the reader may still read it
     * @param changedAt when the denial ended
     */
    record Cited(
            UUID denial,
            String ref,
            boolean catchAll,
            @Nullable String ended,
            @Nullable Tlp tlp,
            @Nullable Instant changedAt) {}

    /** Removes a draft with all that hangs on it, and keeps its reference from being given again. */
    void remove(ConsultationEntity draft) {
        database.createNativeQuery(
                        "insert into discarded_reference (originator_state, reference) values (:requesting, :ref)")
                .setParameter("requesting", draft.requestingState().value())
                .setParameter("ref", draft.ref())
                .executeUpdate();
        database.createNativeQuery("delete from consultation_note where consultation_id = :id")
                .setParameter("id", draft.id())
                .executeUpdate();
        int gone = database.createNativeQuery("delete from consultation where id = :id")
                .setParameter("id", draft.id())
                .executeUpdate();
        if (gone != 1) {
            throw new IllegalStateException("a draft could not be thrown away");
        }
        database.clear();
    }

    /** Joins {@code d}, the denial that a row names, where the caller may read it now. */
    private static String readable(String row) {
        return " left join denial_audience a on a.denial_id = " + row + ".denial_id and a.state = :state"
                + " and (a.own and :desk or a.released) and " + MemberStates.HOLDS
                + " left join denial d on d.id = a.denial_id";
    }

    /** The cited denials that the caller sees, by thread. */
    Map<UUID, List<Cited>> cited(Caller caller, UUID consultation) {
        Map<UUID, List<Cited>> cited = new LinkedHashMap<>();
        for (Object row : query(
                        caller,
                        "select cd.thread_id, cd.denial_id, cd.denial_ref, cd.catch_all, d.status, d.tlp, d.content_at"
                                + " from consultation_thread_denial cd" + readable("cd")
                                + " where cd.consultation_id = :consultation and "
                                + filter.cited() + " order by cd.thread_id, cd.position",
                        consultation)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            boolean ended = "REVOKED".equals(cells[4]) || "EXPIRED".equals(cells[4]);
            cited.computeIfAbsent((UUID) cells[0], thread -> new ArrayList<>())
                    .add(new Cited(
                            (UUID) cells[1],
                            (String) cells[2],
                            (Boolean) cells[3],
                            ended ? (String) cells[4] : null,
                            label(cells[5]),
                            ended ? (Instant) cells[6] : null));
        }
        return cited;
    }

    void cite(ThreadEntity thread, List<DenialCitations.Citable> denials) {
        for (int i = 0; i < denials.size(); i++) {
            DenialCitations.Citable denial = denials.get(i);
            database.createNativeQuery(
                            "insert into consultation_thread_denial (thread_id, consultation_id,"
                                    + " requesting_state, consulted_state, position, denial_id, denial_ref, catch_all)"
                                    + " values (:thread, :consultation, :requesting, :consulted, :position, :denial, :ref, :catchAll)")
                    .setParameter("thread", thread.id())
                    .setParameter("consultation", thread.consultationId())
                    .setParameter("requesting", thread.requestingState().value())
                    .setParameter("consulted", thread.consultedState().value())
                    .setParameter("position", i)
                    .setParameter("denial", denial.id())
                    .setParameter("ref", denial.ref())
                    .setParameter("catchAll", denial.catchAll())
                    .executeUpdate();
        }
    }

    /** What the parties of the threads that the caller sees said to each other, by thread and in order. */
    Map<UUID, List<ConsultationView.ExchangeView>> exchanges(Caller caller, UUID consultation) {
        Map<UUID, List<ConsultationView.ExchangeView>> exchanges = new LinkedHashMap<>();
        for (Object row : query(
                        caller,
                        "select e.thread_id, e.author_state, e.kind, e.text, e.working_days, e.at"
                                + " from consultation_thread t join consultation_entry e on e.thread_id = t.id"
                                + " where t.consultation_id = :consultation and " + filter.thread()
                                + " order by e.thread_id, e.position",
                        consultation)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            exchanges
                    .computeIfAbsent((UUID) cells[0], thread -> new ArrayList<>())
                    .add(new ConsultationView.ExchangeView(
                            new StateCode((String) cells[1]),
                            ExchangeKind.valueOf((String) cells[2]),
                            (String) cells[3],
                            (Integer) cells[4],
                            (Instant) cells[5]));
        }
        return exchanges;
    }

    /** Takes down what a party said. Its place is the thread's version, of which there is one at a time. */
    void say(
            ThreadEntity thread,
            StateCode author,
            ExchangeKind kind,
            @Nullable String text,
            @Nullable Integer workingDays,
            Instant at) {
        database.createNativeQuery("insert into consultation_entry (id, thread_id, requesting_state, consulted_state,"
                        + " author_state, position, kind, text, working_days, at) values (:id, :thread, :requesting,"
                        + " :consulted, :author, :position, :kind, :text, :days, :at)")
                .setParameter("id", identifiers.next())
                .setParameter("thread", thread.id())
                .setParameter("requesting", thread.requestingState().value())
                .setParameter("consulted", thread.consultedState().value())
                .setParameter("author", author.value())
                .setParameter("position", thread.version())
                .setParameter("kind", kind.name())
                .setParameter("text", text)
                .setParameter("days", workingDays)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** A denial of a notice; with its label, where the reader may still read it. */
    record Undercut(String ref, @Nullable Tlp tlp) {}

    /**
     * A notice as it was sent.
     *
     * @param denials in spite of which the goods may go, those that the caller may read
     * @param destination in a notice about an essential interest, as the item entries
     */
    record SentNotice(
            NoticeType type,
            String ref,
            Outcome outcome,
            String reasons,
            LocalDate decidedOn,
            LocalDate preferredBy,
            LocalDate latestBy,
            Instant at,
            List<Undercut> denials,
            @Nullable StateCode destination,
            List<String> controlCodes) {}

    /** The notice, if it was sent and the caller sees it, with the denials that the caller may read. */
    Optional<SentNotice> notice(Caller caller, UUID consultation) {
        List<?> rows = query(
                        caller,
                        "select n.reasons, n.decided_on, n.preferred_by, n.latest_by, n.sent_at, n.type,"
                                + " n.destination, n.control_codes, n.outcome, n.ref from consultation_notice n where n.consultation_id = :consultation and "
                                + filter.notice(),
                        consultation)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] cells = (Object[]) rows.getFirst();
        return Optional.of(new SentNotice(
                NoticeType.valueOf((String) cells[5]),
                (String) cells[9],
                Outcome.valueOf((String) cells[8]),
                (String) cells[0],
                date(cells[1]),
                date(cells[2]),
                date(cells[3]),
                (Instant) cells[4],
                undercut(caller, consultation),
                cells[6] == null ? null : new StateCode((String) cells[6]),
                List.of((String[]) cells[7])));
    }

    /** The denials of a notice that the caller sees. */
    private List<Undercut> undercut(Caller caller, UUID consultation) {
        List<Undercut> denials = new ArrayList<>();
        for (Object row : query(
                        caller,
                        "select nd.denial_ref, d.tlp from consultation_notice_denial nd" + readable("nd")
                                + " where nd.consultation_id = :consultation and " + filter.undercut()
                                + " order by nd.denial_ref",
                        consultation)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            denials.add(new Undercut((String) cells[0], label(cells[1])));
        }
        return denials;
    }

    private static @Nullable Tlp label(@Nullable Object cell) {
        return cell == null ? null : Tlp.valueOf((String) cell);
    }

    /** Whether a notice of this state has the reference. */
    boolean hasNotice(StateCode requesting, String ref) {
        return !database.createNativeQuery(
                        "select ref from consultation_notice where requesting_state = :state and ref = :ref")
                .setParameter("state", requesting.value())
                .setParameter("ref", ref)
                .getResultList()
                .isEmpty();
    }

    private static LocalDate date(Object cell) {
        return cell instanceof Date date ? date.toLocalDate() : (LocalDate) cell;
    }

    /**
     * Writes a notice down.
     *
     * @param states to which it goes by name; those that read one of its denials need none
     */
    void sendNotice(UUID consultation, StateCode requesting, SentNotice notice, Set<StateCode> states) {
        database.createNativeQuery(
                        "insert into consultation_notice (consultation_id, requesting_state, type, ref, outcome, reasons,"
                                + " decided_on, preferred_by, latest_by, sent_at, destination, control_codes) values"
                                + " (:id, :requesting, :type, :ref, :outcome, :reasons, :decided, :preferred, :latest, :at,"
                                + " :destination, :codes)")
                .setParameter("id", consultation)
                .setParameter("requesting", requesting.value())
                .setParameter("type", notice.type().name())
                .setParameter("ref", notice.ref())
                .setParameter("outcome", notice.outcome().name())
                .setParameter("reasons", notice.reasons())
                .setParameter("decided", notice.decidedOn())
                .setParameter("preferred", notice.preferredBy())
                .setParameter("latest", notice.latestBy())
                .setParameter("at", notice.at())
                .setParameter(
                        "destination",
                        notice.destination() == null
                                ? null
                                : notice.destination().value())
                .setParameter("codes", notice.controlCodes().toArray(String[]::new))
                .executeUpdate();
        switch (notice.type()) {
            case UNDERCUT -> nameDenials(consultation);
            case ESSENTIAL_INTEREST -> nameStates(consultation, requesting, states);
        }
    }

    /** Keeps by when the notice of a grant is due. */
    void openNoticeClock(
            UUID consultation, StateCode requesting, boolean asked, LocalDate preferred, LocalDate latest) {
        database.createNativeQuery("insert into consultation_notice_clock (id, consultation_id, requesting_state,"
                        + " asked, preferred_by, latest_by) values (:id, :consultation, :requesting, :asked,"
                        + " :preferred, :latest)")
                .setParameter("id", identifiers.next())
                .setParameter("consultation", consultation)
                .setParameter("requesting", requesting.value())
                .setParameter("asked", asked)
                .setParameter("preferred", preferred)
                .setParameter("latest", latest)
                .executeUpdate();
    }

    /** Nobody is to be reminded of the notice any more. */
    void endNoticeClock(UUID consultation, Instant at) {
        database.createNativeQuery("update consultation_notice_clock set ended_at = :at"
                        + " where consultation_id = :consultation and ended_at is null")
                .setParameter("consultation", consultation)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The consultation of a thread, where the caller sees the thread. */
    Optional<UUID> ofThread(Caller caller, UUID thread) {
        List<?> rows = query(
                        caller,
                        "select t.consultation_id from consultation_thread t where t.id = :consultation and "
                                + filter.thread(),
                        thread)
                .getResultList();
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    /** The consultation of a notice's clock, where the caller sees it. */
    Optional<UUID> ofNoticeClock(Caller caller, UUID clock) {
        List<?> rows = query(
                        caller,
                        "select k.consultation_id from consultation_notice_clock k where k.id = :consultation and "
                                + filter.clock(),
                        clock)
                .getResultList();
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    /** Catch-all denials are outside the no-undercut procedure; they are named where there is no other. */
    private void nameDenials(UUID consultation) {
        database.createNativeQuery("insert into consultation_notice_denial (consultation_id, requesting_state,"
                        + " denial_id, denial_ref) select distinct cd.consultation_id, cd.requesting_state,"
                        + " cd.denial_id, cd.denial_ref from consultation_thread_denial cd"
                        + " where cd.consultation_id = :id and (not cd.catch_all"
                        + " or not exists (select 1 from consultation_thread_denial o where o.consultation_id = :id"
                        + " and not o.catch_all))")
                .setParameter("id", consultation)
                .executeUpdate();
    }

    private void nameStates(UUID consultation, StateCode requesting, Set<StateCode> states) {
        database.createNativeQuery("insert into consultation_notice_state (consultation_id, requesting_state, state)"
                        + " select :id, :requesting, state from unnest(:states) as state where state <> :requesting")
                .setParameter("id", consultation)
                .setParameter("requesting", requesting.value())
                .setParameter("states", states.stream().map(StateCode::value).toArray(String[]::new))
                .executeUpdate();
    }

    /** The internal notes of the caller's own state, oldest first. */
    List<NoteView> notes(Caller caller, UUID consultation) {
        List<NoteView> notes = new ArrayList<>();
        for (Object row : query(
                        caller,
                        NOTE + " where m.consultation_id = :consultation and " + filter.note() + " order by m.at, m.id",
                        consultation)
                .getResultList()) {
            notes.add(note((Object[]) row));
        }
        return notes;
    }

    /** One of these notes; whoever means to write it anew holds it until the transaction ends. */
    Optional<NoteView> note(Caller caller, UUID consultation, UUID note, boolean toEdit) {
        List<?> rows = query(
                        caller,
                        NOTE + " where m.consultation_id = :consultation and m.id = :note and " + filter.note()
                                + (toEdit ? " for update of m" : ""),
                        consultation)
                .setParameter("note", note)
                .getResultList();
        return rows.stream().map(row -> note((Object[]) row)).findFirst();
    }

    private static NoteView note(Object[] cells) {
        return new NoteView(
                (UUID) cells[0],
                new Person((String) cells[1], (String) cells[2]),
                (Instant) cells[3],
                (String) cells[4],
                cells[5] == null ? null : new Person((String) cells[5], (String) cells[6]),
                (Instant) cells[7]);
    }

    /** Puts another text in the place of a note's. */
    void editNote(Caller caller, UUID note, String text, Instant at) {
        database.createNativeQuery("update consultation_note m set text = :text, edited_by = :by,"
                        + " edited_by_name = :name, edited_at = :at where m.id = :note and " + filter.note())
                .setParameter("text", text)
                .setParameter("by", caller.person().id())
                .setParameter("name", caller.person().name())
                .setParameter("at", at)
                .setParameter("note", note)
                .setParameter("state", caller.ownState().value())
                .setParameter("desk", caller.isLicensingDesk())
                .executeUpdate();
    }

    NoteView writeNote(Caller caller, UUID consultation, String text, Instant at) {
        NoteView note = new NoteView(identifiers.next(), caller.person(), at, text, null, null);
        database.createNativeQuery("insert into consultation_note (id, consultation_id, state, written_by,"
                        + " written_by_name, text, at) values (:id, :consultation, :state, :by, :name, :text, :at)")
                .setParameter("id", note.id())
                .setParameter("consultation", consultation)
                .setParameter("state", caller.ownState().value())
                .setParameter("by", caller.person().id())
                .setParameter("name", caller.person().name())
                .setParameter("text", text)
                .setParameter("at", at)
                .executeUpdate();
        return note;
    }

    private Query query(Caller caller, String sql, UUID consultation) {
        Query query = database.createNativeQuery(sql).setParameter("consultation", consultation);
        if (sql.contains(":state")) {
            query.setParameter("state", caller.state().map(StateCode::value).orElse(""));
        }
        if (sql.contains(":desk")) {
            query.setParameter("desk", caller.isLicensingDesk());
        }
        return query;
    }
}
