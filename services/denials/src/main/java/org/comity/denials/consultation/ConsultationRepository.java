package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;

/**
 * Lists of consultations; every one goes through the filter.
 *
 * <p>Rules: R-266.
 */
@Singleton
class ConsultationRepository {

    /** Where a list by deadline has what waits for none. */
    private static final Instant NO_DEADLINE = Instant.parse("9998-12-31T00:00:00Z");

    private final Sql sql;
    private final ConsultationFilter filter;

    ConsultationRepository(Sql sql, ConsultationFilter filter) {
        this.sql = sql;
        this.filter = filter;
    }

    /** A consultation on a state's list, and its place there. */
    record Listed(UUID id, Instant at) {

        String cursor() {
            return new PageRequest.Position(at, id).cursor();
        }
    }

    /** What the caller sees, in the wanted order, one more than the page wants. */
    List<Listed> list(Caller caller, ConsultationQuery wanted, PageRequest page, Instant now) {
        if (caller.state().isEmpty() || !ConsultationFilter.reads(caller)) {
            return List.of();
        }
        SqlStatement list = sql.of("select s.id, s.newest, s.deadline from (" + seen() + ") s where true")
                .with("state", caller.ownState(), "desk", caller.isLicensingDesk(), "now", now)
                .and(wanted.role(), "s.role = :role", "role")
                .and(
                        wanted.state(),
                        "(s.requesting_state = :other and s.role <> 'SENT' or exists (select 1 from"
                                + " consultation_thread t where t.consultation_id = s.id and t.consulted_state = :other and "
                                + filter.thread() + " and s.role = 'SENT') or "
                                + drafted("jsonb_build_object('state', :other)") + ")",
                        "other")
                .and(wanted.denial(), "(" + citing() + ")", "denial")
                .and(
                        wanted.item(),
                        "exists (select 1 from jsonb_array_elements_text("
                                + "jsonb_path_query_array(s.candidate, '$.items[*].controlCode')) code"
                                + " where code = :item or starts_with(code, :item || '.'))",
                        "item")
                .and(wanted.destination(), "s.candidate ->> 'destination' = :destination", "destination");
        if (!wanted.statuses().isEmpty()) {
            list.more(" and s.status = any (:statuses)").with("statuses", wanted.statuses());
        }
        return switch (wanted.order()) {
            case NEWEST ->
                list.newestFirst(page, "s.newest", "s.id").list(Newest.class).stream()
                        .map(row -> new Listed(row.id(), row.newest()))
                        .toList();
            case DEADLINE ->
                list.earliestFirst(page, "s.deadline", "s.id").list(Due.class).stream()
                        .map(row -> new Listed(row.id(), row.deadline()))
                        .toList();
        };
    }

    private record Newest(UUID id, Instant newest) {}

    private record Due(UUID id, Instant deadline) {}

    /** What the caller sees of each consultation, and what follows from it; the same as ConsultationViews has it. */
    private String seen() {
        String open = "select min(t.due_at) from consultation_thread t where t.consultation_id = c.id and "
                + filter.thread() + " and t.replied_at is null and t.deemed_at is null and t.ended_at is null"
                + " and t.due_at >= :now";
        String role = "case when c.requesting_state = :state then 'SENT' when mine.id is not null then 'RECEIVED'"
                + " else 'NOTIFIED' end";
        return "select c.id, c.requesting_state, " + role + " as role,"
                + " case when c.requesting_state = :state then coalesce(f.created_at, c.requested_at)"
                + " when mine.id is not null then c.requested_at else n.sent_at end as newest,"
                + " coalesce((" + open + "), cast('" + NO_DEADLINE + "' as timestamptz)) as deadline,"
                + " case when c.requested_at is null then case f.working_copy when 'SUBMITTED' then 'NATIONAL_APPROVAL'"
                + " else 'DRAFT' end when c.requesting_state <> :state and mine.id is null then n.outcome"
                + " when o.closed_at is not null then 'CLOSED' when o.outcome is not null then o.outcome"
                + " when (" + open + ") is not null then 'REQUESTED' else 'DECISION_PENDING' end as status,"
                + " case when f.working_copy is not null then f.content -> 'candidateTransaction'"
                + " when x.consultation_id is not null then x.candidate"
                + " else jsonb_build_object('destination', n.destination, 'items', (select jsonb_agg("
                + "jsonb_build_object('controlCode', code)) from unnest(n.control_codes) code)) end as candidate"
                + " from consultation c"
                + " left join consultation_file f on f.consultation_id = c.id and c.requesting_state = :state and :desk"
                + " left join consultation_thread mine on mine.consultation_id = c.id and mine.consulted_state = :state"
                + " left join consultation_transaction x on x.consultation_id = c.id"
                + " and (c.requesting_state = :state or mine.id is not null)"
                + " left join consultation_outcome o on o.consultation_id = c.id"
                + " and (c.requesting_state = :state or mine.id is not null)"
                + " left join consultation_notice n on n.consultation_id = c.id and " + filter.notice()
                + " where (" + filter.own() + ") or mine.id is not null or c.requesting_state <> :state"
                + " and n.consultation_id is not null";
    }

    /** Whether the caller sees the denial in it: cited, undercut, or named in a draft of its own desk. */
    private String citing() {
        return "exists (select 1 from consultation_thread_denial cd where cd.consultation_id = s.id"
                + " and cd.denial_ref = :denial and " + filter.cited() + ") or exists (select 1"
                + " from consultation_notice_denial nd where nd.consultation_id = s.id and nd.denial_ref = :denial and "
                + filter.undercut() + ") or " + drafted("jsonb_build_object('denialRefs', jsonb_build_array(:denial))");
    }

    /** Whether a draft of the caller's own desk asks a state of which this is so, an object of JSON. */
    private static String drafted(String asked) {
        return "exists (select 1 from consultation_file df where df.consultation_id = s.id"
                + " and df.requesting_state = :state and :desk and df.working_copy is not null and df.content @>"
                + " jsonb_build_object('consultedStates', jsonb_build_array(" + asked + ")))";
    }
}
