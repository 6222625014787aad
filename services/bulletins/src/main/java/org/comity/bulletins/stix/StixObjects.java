package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.response.StateComment;
import org.comity.bulletins.response.StateSighting;
import org.comity.kernel.sql.Json;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The objects of bulletins, kept in the transaction of the step that changes what readers have. Functions of the database write
 * them (V3__stix_and_taxii.sql): a state that comments does not see who else reads, and all readers get its opinion.
 *
 * <p>Rules.
 */
@Singleton
public class StixObjects {

    private final Sql sql;
    private final Clock clock;

    StixObjects(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Readers have this bulletin as it is now. A state that reads it no longer is told that it is gone. */
    public void publish(StixBulletin bulletin) {
        keep(bulletin.id(), "MAPPED", null, bulletin.parts(given(bulletin.id())));
        for (Answer answer : answers(bulletin.id())) {
            ObjectNode said = StixJson.stored(answer.body());
            if (!bulletin.isLabelled(said)) {
                keep(
                        bulletin.id(),
                        "ANSWER",
                        answer.onlyFor(),
                        List.of(new StixBulletin.Part(bulletin.relabelled(said), false)));
            }
        }
        share(bulletin.id());
    }

    /** Its readers get what a state said of it. */
    public void commented(StixBulletin bulletin, StateComment comment) {
        report(bulletin.id()).ifPresent(report -> {
            keep(bulletin.id(), "ANSWER", null, bulletin.opinion(comment, report));
            share(bulletin.id());
        });
    }

    /** Its originator and the state itself get that the state acted on it. */
    public void sighted(StixBulletin bulletin, StateSighting seen) {
        report(bulletin.id()).ifPresent(report -> {
            keep(bulletin.id(), "ANSWER", seen.state().value(), bulletin.sighting(seen, report));
            share(bulletin.id());
        });
    }

    /** What came in with a bulletin and goes out with it as it is worked on, for its desk. */
    public List<GivenObject> givenObjects(UUID bulletin, DraftBulletin worked) {
        return StixBulletin.shown(given(bulletin), worked).stream()
                .map(GivenObject::of)
                .toList();
    }

    /** Whether its draft came in as STIX. */
    public boolean isGiven(UUID bulletin) {
        return sql.of("select 1 from stix_object where bulletin_id = :bulletin and part = 'GIVEN'")
                .with("bulletin", bulletin)
                .exists();
    }

    private record Answer(String body, @Nullable String onlyFor) {}

    /** What states said of it. */
    private List<Answer> answers(UUID bulletin) {
        return sql.of(
                        "select body, only_for from stix_object where bulletin_id = :bulletin and part = 'ANSWER' and current"
                                + " order by type, id")
                .with("bulletin", bulletin)
                .list(Answer.class);
    }

    /** What came in with the draft of a bulletin, for its desk. */
    private List<ObjectNode> given(UUID bulletin) {
        return sql
                .of("select body from stix_object where bulletin_id = :bulletin and part = 'GIVEN' and current"
                        + " order by type, id")
                .with("bulletin", bulletin)
                .list(String.class)
                .stream()
                .map(StixJson::stored)
                .toList();
    }

    /** The id of its report, which all versions have; a reader that got the bulletin back has another version than the others. */
    private Optional<String> report(UUID bulletin) {
        return sql.of("select id from stix_object where bulletin_id = :bulletin and part = 'MAPPED' and type = 'report'"
                        + " limit 1")
                .with("bulletin", bulletin)
                .first(String.class);
    }

    private void keep(UUID bulletin, String part, @Nullable String onlyFor, List<StixBulletin.Part> parts) {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        for (StixBulletin.Part one : parts) {
            ObjectNode kept = objects.addObject();
            kept.set("object", one.object());
            if (one.shared()) {
                kept.put("shared", true);
            } else {
                kept.put("version", one.object().path("modified").asText(StixTime.of(clock.instant())));
            }
        }
        sql.of("select 1 from stix_keep(:bulletin, :part, :onlyFor, :objects)")
                .with("bulletin", bulletin, "part", part, "onlyFor", onlyFor, "objects", new Json(objects.toString()))
                .exists();
    }

    private void share(UUID bulletin) {
        sql.of("select 1 from stix_share(:bulletin, :now)")
                .with("bulletin", bulletin, "now", clock.instant())
                .exists();
    }
}
