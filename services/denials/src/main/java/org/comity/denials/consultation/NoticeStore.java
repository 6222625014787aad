package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/** The notices of grants, by when they are due, and to whom they went; each read through the filter. */
@Singleton
class NoticeStore {

    private final Sql sql;
    private final ConsultationStore consultations;
    private final ConsultationFilter filter;
    private final Identifiers identifiers;

    NoticeStore(Sql sql, ConsultationStore consultations, ConsultationFilter filter, Identifiers identifiers) {
        this.sql = sql;
        this.consultations = consultations;
        this.filter = filter;
        this.identifiers = identifiers;
    }

    /** A denial of a notice; with its label, where the reader may still read it. */
    record Undercut(String ref, @Nullable Tlp tlp) {}

    /**
     * A notice as it was sent.
     *
     * @param denials that the grant goes against, as far as the caller may read them
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
        return consultations
                .of(
                        caller,
                        "select n.* from consultation_notice n where n.consultation_id = :consultation and "
                                + filter.notice(),
                        consultation)
                .first(NoticeRow.class)
                .map(row -> row.sent(undercut(caller, consultation)));
    }

    private record NoticeRow(
            NoticeType type,
            String ref,
            Outcome outcome,
            String reasons,
            LocalDate decidedOn,
            LocalDate preferredBy,
            LocalDate latestBy,
            Instant sentAt,
            @Nullable StateCode destination,
            List<String> controlCodes) {

        SentNotice sent(List<Undercut> denials) {
            return new SentNotice(
                    type,
                    ref,
                    outcome,
                    reasons,
                    decidedOn,
                    preferredBy,
                    latestBy,
                    sentAt,
                    denials,
                    destination,
                    controlCodes);
        }
    }

    /** The denials of a notice that the caller sees. */
    private List<Undercut> undercut(Caller caller, UUID consultation) {
        return consultations
                .of(
                        caller,
                        "select nd.denial_ref as ref, d.tlp from consultation_notice_denial nd"
                                + ConsultationStore.readable("nd")
                                + " where nd.consultation_id = :consultation and " + filter.undercut()
                                + " order by nd.denial_ref",
                        consultation)
                .list(Undercut.class);
    }

    /**
     * Writes a notice down.
     *
     * @param states to which it goes by name; those that read one of its denials need none
     */
    void sendNotice(UUID consultation, StateCode requesting, SentNotice notice, Set<StateCode> states) {
        sql.into("consultation_notice")
                .with("consultation_id", consultation, "requesting_state", requesting, "type", notice.type())
                .with("ref", notice.ref(), "outcome", notice.outcome(), "reasons", notice.reasons())
                .with("decided_on", notice.decidedOn(), "sent_at", notice.at())
                .with("preferred_by", notice.preferredBy(), "latest_by", notice.latestBy())
                .with("destination", notice.destination(), "control_codes", notice.controlCodes())
                .run();
        switch (notice.type()) {
            case UNDERCUT -> nameDenials(consultation);
            case ESSENTIAL_INTEREST -> nameStates(consultation, requesting, states);
        }
    }

    /** Keeps by when the notice of a grant is due. */
    void openNoticeClock(
            UUID consultation, StateCode requesting, boolean asked, LocalDate preferred, LocalDate latest) {
        sql.into("consultation_notice_clock")
                .with("id", identifiers.next(), "consultation_id", consultation, "requesting_state", requesting)
                .with("asked", asked, "preferred_by", preferred, "latest_by", latest)
                .run();
    }

    /** Nobody is to be reminded of the notice any more. */
    void endNoticeClock(UUID consultation, Instant at) {
        sql.of("update consultation_notice_clock set ended_at = :at"
                        + " where consultation_id = :consultation and ended_at is null")
                .with("consultation", consultation, "at", at)
                .run();
    }

    /** The consultation of a notice's clock, where the caller sees it. */
    Optional<UUID> ofNoticeClock(Caller caller, UUID clock) {
        return consultations
                .of(
                        caller,
                        "select k.consultation_id from consultation_notice_clock k where k.id = :consultation and "
                                + filter.clock(),
                        clock)
                .first(UUID.class);
    }

    /** Catch-all denials are outside the no-undercut procedure; they are named where there is no other. */
    private void nameDenials(UUID consultation) {
        sql.of("insert into consultation_notice_denial (consultation_id, requesting_state,"
                        + " denial_id, denial_ref) select distinct cd.consultation_id, cd.requesting_state,"
                        + " cd.denial_id, cd.denial_ref from consultation_thread_denial cd"
                        + " where cd.consultation_id = :id and (not cd.catch_all"
                        + " or not exists (select 1 from consultation_thread_denial o where o.consultation_id = :id"
                        + " and not o.catch_all))")
                .with("id", consultation)
                .run();
    }

    private void nameStates(UUID consultation, StateCode requesting, Set<StateCode> states) {
        sql.of("insert into consultation_notice_state (consultation_id, requesting_state, state)"
                        + " select :id, :requesting, state from unnest(:states) as state where state <> :requesting")
                .with("id", consultation, "requesting", requesting, "states", states)
                .run();
    }
}
