package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.denials.consultation.thread.ThreadWord;
import org.comity.denials.denial.DenialCitations;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.reference.DiscardedDrafts;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.states.MemberStates;
import org.jspecify.annotations.Nullable;

/** What a consultation has several of, each read through the filter. */
@Singleton
class ConsultationStore {

    private static final String NOTES =
            "select m.* from consultation_note m where m.consultation_id = :consultation and ";

    private final EntityManager database;
    private final Sql sql;
    private final DiscardedDrafts drafts;
    private final ConsultationFilter filter;
    private final Identifiers identifiers;

    ConsultationStore(
            EntityManager database,
            Sql sql,
            DiscardedDrafts drafts,
            ConsultationFilter filter,
            Identifiers identifiers) {
        this.database = database;
        this.sql = sql;
        this.drafts = drafts;
        this.filter = filter;
        this.identifiers = identifiers;
    }

    /** The threads that the caller sees, by consulted state. */
    List<ThreadEntity> threads(Caller caller, UUID consultation) {
        List<UUID> ids = of(
                        caller,
                        "select t.id from consultation_thread t where t.consultation_id = :consultation and "
                                + filter.thread(),
                        consultation)
                .list(UUID.class);
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

    /** What the consulted states were asked, as their threads show it. */
    record Asked(CandidateTransaction candidate, String question) {}

    /** What was asked, once it was. */
    Optional<Asked> asked(UUID consultation) {
        return sql.of("select candidate, question from consultation_transaction where consultation_id = :id")
                .with("id", consultation)
                .first(Asked.class);
    }

    /** Writes down what is asked. */
    void ask(ConsultationEntity consultation, Asked asked) {
        sql.into("consultation_transaction")
                .with("consultation_id", consultation.id(), "requesting_state", consultation.requestingState())
                .json("candidate", asked.candidate())
                .with("question", asked.question())
                .run();
    }

    /** What the requesting state decided. */
    record Decision(
            Outcome outcome,
            @Nullable String explanation,
            Instant decidedAt,
            @Nullable Instant closedAt) {}

    /** The decision, once there is one. */
    Optional<Decision> decision(UUID consultation) {
        return sql.of("select outcome, explanation, decided_at, closed_at from consultation_outcome"
                        + " where consultation_id = :id")
                .with("id", consultation)
                .first(Decision.class);
    }

    /** Writes the decision down. */
    void decide(ConsultationEntity consultation, Outcome outcome, @Nullable String explanation, Instant at) {
        sql.into("consultation_outcome")
                .with("consultation_id", consultation.id(), "requesting_state", consultation.requestingState())
                .with("outcome", outcome, "explanation", explanation, "decided_at", at)
                .run();
    }

    /** The decided consultation is filed away. */
    void close(UUID consultation, Instant at) {
        sql.of("update consultation_outcome set closed_at = :at where consultation_id = :id")
                .with("at", at, "id", consultation)
                .run();
    }

    /** Removes a draft with all that hangs on it, and keeps its reference from being given again. */
    void remove(ConsultationEntity draft, ConsultationFileEntity file) {
        sql.of("delete from consultation_note where consultation_id = :id")
                .with("id", draft.id())
                .run();
        drafts.remove(file, "consultation", draft.id(), draft.requestingState(), draft.ref());
    }

    /** Joins {@code d}, the denial that a row names, where the caller may read it now. */
    static String readable(String row) {
        return " left join denial_audience a on a.denial_id = " + row + ".denial_id and a.state = :state"
                + " and (a.own and :desk or a.released) and " + MemberStates.HOLDS
                + " left join denial d on d.id = a.denial_id";
    }

    /** The cited denials that the caller sees, by thread. */
    Map<UUID, List<Cited>> cited(Caller caller, UUID consultation) {
        return of(
                        caller,
                        "select cd.thread_id, cd.denial_id as denial, cd.denial_ref as ref, cd.catch_all, d.tlp,"
                                + " case when d.status in ('REVOKED', 'EXPIRED') then d.status end as ended,"
                                + " case when d.status in ('REVOKED', 'EXPIRED') then d.content_at end as changed_at"
                                + " from consultation_thread_denial cd" + readable("cd")
                                + " where cd.consultation_id = :consultation and "
                                + filter.cited() + " order by cd.thread_id, cd.position",
                        consultation)
                .listBy(UUID.class, Cited.class);
    }

    void cite(ThreadEntity thread, List<DenialCitations.Citable> denials) {
        for (int i = 0; i < denials.size(); i++) {
            DenialCitations.Citable denial = denials.get(i);
            sql.into("consultation_thread_denial")
                    .with("thread_id", thread.id(), "consultation_id", thread.consultationId(), "position", i)
                    .with("requesting_state", thread.requestingState(), "consulted_state", thread.consultedState())
                    .with("denial_id", denial.id(), "denial_ref", denial.ref(), "catch_all", denial.catchAll())
                    .run();
        }
    }

    /** What the parties of the threads that the caller sees said to each other, by thread and in order. */
    Map<UUID, List<ConsultationView.ExchangeView>> exchanges(Caller caller, UUID consultation) {
        return of(
                        caller,
                        "select e.thread_id, e.author_state as by, e.kind, e.text, e.working_days, e.at"
                                + " from consultation_thread t join consultation_entry e on e.thread_id = t.id"
                                + " where t.consultation_id = :consultation and " + filter.thread()
                                + " order by e.thread_id, e.position",
                        consultation)
                .listBy(UUID.class, ConsultationView.ExchangeView.class);
    }

    /** Takes down what a party said. Its place is the thread's version, of which there is one at a time. */
    void say(ThreadEntity thread, StateCode author, ThreadStep step, ThreadWord word, Instant at) {
        sql.into("consultation_entry")
                .with("id", identifiers.next(), "thread_id", thread.id(), "author_state", author)
                .with("requesting_state", thread.requestingState(), "consulted_state", thread.consultedState())
                .with("position", thread.version(), "kind", step.said(), "text", word.text())
                .with("working_days", word.workingDays(), "at", at)
                .run();
    }

    /** The consultation of a thread, where the caller sees the thread. */
    Optional<UUID> ofThread(Caller caller, UUID thread) {
        return of(
                        caller,
                        "select t.consultation_id from consultation_thread t where t.id = :consultation and "
                                + filter.thread(),
                        thread)
                .first(UUID.class);
    }

    /** The internal notes of the caller's own state, oldest first. */
    List<NoteView> notes(Caller caller, UUID consultation) {
        return of(caller, NOTES + filter.note() + " order by m.at, m.id", consultation)
                .list(NoteView.class);
    }

    /** One of these notes; whoever means to write it anew holds it until the transaction ends. */
    Optional<NoteView> note(Caller caller, UUID consultation, UUID note, boolean toEdit) {
        return of(
                        caller,
                        NOTES + filter.note() + " and m.id = :note" + (toEdit ? " for update of m" : ""),
                        consultation)
                .with("note", note)
                .first(NoteView.class);
    }

    /** Puts another text in the place of a note's. */
    void editNote(Caller caller, UUID note, String text, Instant at) {
        sql.of("update consultation_note m set text = :text, edited_by = :by, edited_by_name = :byName,"
                        + " edited_at = :at where m.id = :note and " + filter.note())
                .with("text", text, "by", caller.person(), "at", at, "note", note)
                .with("state", caller.ownState(), "desk", caller.isLicensingDesk())
                .run();
    }

    NoteView writeNote(Caller caller, UUID consultation, String text, Instant at) {
        NoteView note = new NoteView(identifiers.next(), caller.person(), at, text, null, null);
        sql.into("consultation_note")
                .with("id", note.id(), "consultation_id", consultation, "state", caller.ownState())
                .with("written_by", caller.person(), "text", text, "at", at)
                .run();
        return note;
    }

    /** A statement about a consultation as the caller sees it: with all that the conditions of the filter take. */
    SqlStatement of(Caller caller, String text, UUID consultation) {
        return sql.of(text)
                .with("consultation", consultation, "desk", caller.isLicensingDesk())
                .with("state", caller.state().map(StateCode::value).orElse(""));
    }
}
