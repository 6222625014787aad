package org.comity.bulletins.response;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;

/**
 * What states say of bulletins, as it is stored: one row of each kind for each state, whose last word it is. The caller has
 * been found to read the bulletin; row-level security says the same once more.
 *
 * <p>Rules.
 */
@Singleton
public class Responses {

    private static final String OF_READER =
            " and (state = :reader or originator_state = :reader) order by said_at, state";

    private final Sql sql;
    private final Clock clock;

    Responses(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A state comments, in place of what it said before. */
    public StateComment comment(UUID bulletin, StateCode originator, StateCode state, CommentRequest said) {
        StateComment comment = new StateComment(state, said.kind(), said.text(), clock.instant());
        sql.into("bulletin_comment")
                .onConflict("(bulletin_id, state) do update set kind = excluded.kind, text = excluded.text,"
                        + " said_at = excluded.said_at")
                .with("bulletin_id", bulletin, "originator_state", originator, "state", state)
                .with("kind", said.kind(), "text", said.text(), "said_at", comment.saidAt())
                .run();
        return comment;
    }

    /** A state acted on it, in place of what it said before. */
    public StateSighting sighted(UUID bulletin, StateCode originator, StateCode state, SightingRequest said) {
        StateSighting sighting = new StateSighting(state, said.actionTaken(), clock.instant());
        sql.into("bulletin_sighting")
                .onConflict("(bulletin_id, state) do update set action_taken = excluded.action_taken,"
                        + " said_at = excluded.said_at")
                .with("bulletin_id", bulletin, "originator_state", originator, "state", state)
                .with("action_taken", said.actionTaken(), "said_at", sighting.saidAt())
                .run();
        return sighting;
    }

    /** A state has seen the alert; the first time counts. */
    public void acknowledged(UUID bulletin, StateCode originator, StateCode state) {
        sql.into("bulletin_acknowledgement")
                .onConflict("do nothing")
                .with("bulletin_id", bulletin, "originator_state", originator, "state", state)
                .with("said_at", clock.instant())
                .run();
    }

    /** A state signs a collective notice; the first time counts. */
    public void signed(UUID bulletin, StateCode originator, StateCode state) {
        sql.into("bulletin_signature")
                .onConflict("do nothing")
                .with("bulletin_id", bulletin, "originator_state", originator, "state", state)
                .with("signed_at", clock.instant())
                .run();
    }

    /** Who has signed it, the earliest first. */
    public List<StateSignature> signatures(UUID bulletin) {
        return signatures(List.of(bulletin)).getOrDefault(bulletin, List.of());
    }

    /** Who has signed each, the earliest first. */
    public Map<UUID, List<StateSignature>> signatures(Collection<UUID> bulletins) {
        return rows("state, signed_at from bulletin_signature", bulletins)
                .more(" order by signed_at, state")
                .listBy(UUID.class, StateSignature.class);
    }

    /** The comments on each, the earliest first. */
    public Map<UUID, List<StateComment>> comments(Collection<UUID> bulletins) {
        return rows("state, kind, text, said_at from bulletin_comment", bulletins)
                .more(" order by said_at, state")
                .listBy(UUID.class, StateComment.class);
    }

    /** Who acted on each: all of them for the originator, the reader's own state alone for a reader. */
    public Map<UUID, List<StateSighting>> sightings(Collection<UUID> bulletins, StateCode reader) {
        return rows("state, action_taken, said_at from bulletin_sighting", bulletins)
                .more(OF_READER)
                .with("reader", reader)
                .listBy(UUID.class, StateSighting.class);
    }

    /** Who has seen the alert: all of them for the originator, the reader's own state alone for a reader. */
    public List<StateAcknowledgement> acknowledgements(UUID bulletin, StateCode reader) {
        return acknowledgements(List.of(bulletin), reader).getOrDefault(bulletin, List.of());
    }

    /** Who has seen each alert: all of them for the originator, the reader's own state alone for a reader. */
    public Map<UUID, List<StateAcknowledgement>> acknowledgements(Collection<UUID> bulletins, StateCode reader) {
        return rows("state, said_at from bulletin_acknowledgement", bulletins)
                .more(OF_READER)
                .with("reader", reader)
                .listBy(UUID.class, StateAcknowledgement.class);
    }

    private SqlStatement rows(String columns, Collection<UUID> bulletins) {
        return bulletins.size() == 1
                ? sql.of("select bulletin_id, " + columns + " where bulletin_id = :bulletin")
                        .with("bulletin", bulletins.iterator().next())
                : sql.of("select bulletin_id, " + columns + " where bulletin_id = any (:bulletins)")
                        .with("bulletins", bulletins);
    }
}
