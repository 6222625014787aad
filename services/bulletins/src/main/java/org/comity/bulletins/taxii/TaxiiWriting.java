package org.comity.bulletins.taxii;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.bulletins.bulletin.BulletinDrafts;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.stix.ReadReport;
import org.comity.bulletins.stix.StixCheck;
import org.comity.bulletins.stix.StixJson;
import org.comity.bulletins.stix.StixTime;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Json;
import org.comity.kernel.sql.Sql;

/**
 * Takes in an envelope: each report becomes the draft of a bulletin, with the objects of the envelope that it names; what no
 * report names becomes one draft together. An object that is wrong is refused with its reason, the others are taken.
 *
 * <p>Rules.
 */
@Singleton
class TaxiiWriting {

    private static final String REPORT = "report";

    /** Assumption: more drafts at once are a mistake; each is for people to work on. */
    private static final int MOST_REPORTS = 20;

    private final BulletinDrafts drafts;
    private final TaxiiConfig config;
    private final Sql sql;
    private final Clock clock;

    TaxiiWriting(BulletinDrafts drafts, TaxiiConfig config, Sql sql, Clock clock) {
        this.drafts = drafts;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** What became of each object. */
    record Outcomes(List<TaxiiViews.Outcome> successes, List<TaxiiViews.Outcome> failures) {}

    /** One request: what is there already, and what becomes of its objects. */
    private final class Request {

        private final TaxiiCollection collection;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Outcomes outcomes = new Outcomes(new ArrayList<>(), new ArrayList<>());

        Request(TaxiiCollection collection) {
            this.collection = collection;
        }

        void success(JsonNode object, String message) {
            outcomes.successes().add(outcome(object, message));
        }

        void failure(JsonNode object, String message) {
            outcomes.failures().add(outcome(object, message));
        }

        private TaxiiViews.Outcome outcome(JsonNode object, String message) {
            return new TaxiiViews.Outcome(
                    object.path("id").asText(""), said(object).orElse(StixTime.of(now)), message);
        }

        /** When it was modified; when it was created, where it has no later version; now, where it says neither. */
        Version version(JsonNode object) {
            return new Version(
                    object.path("id").asText(),
                    said(object).flatMap(StixTime::read).orElse(now));
        }

        /** Whether this version is there, however its instant is written; what has no versions is there with its id. */
        boolean isKnown(JsonNode object, Set<Version> known) {
            return said(object).isEmpty() ? hasId(known, object) : known.contains(version(object));
        }

        Json kept(List<JsonNode> objects) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (JsonNode object : objects) {
                all.addObject()
                        .put("version", StixTime.of(version(object).at()))
                        .put("specVersion", object.path("spec_version").asText("2.1"))
                        .set("object", object);
            }
            return new Json(all.toString());
        }
    }

    private record Version(String id, Instant at) {}

    private static Optional<String> said(JsonNode object) {
        return Stream.of("modified", "created")
                .filter(object::hasNonNull)
                .map(name -> object.path(name).asText())
                .findFirst();
    }

    private static boolean hasId(Set<Version> known, JsonNode object) {
        return known.stream().anyMatch(one -> one.id().equals(object.path("id").asText()));
    }

    /**
     * Takes in an envelope.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 where it is no JSON, 422 where it is no envelope, or has too many
     *     objects
     */
    Outcomes write(TaxiiCollection collection, String text) {
        Request request = new Request(collection);
        Map<Version, JsonNode> taken = new LinkedHashMap<>();
        List<JsonNode> again = new ArrayList<>();
        for (JsonNode object : objects(text)) {
            Optional<String> fault = StixCheck.fault(object, request.now);
            if (fault.isPresent()) {
                request.failure(object, fault.get());
            } else if (taken.putIfAbsent(request.version(object), object) != null) {
                again.add(object);
            }
        }
        Set<Version> known = known(collection, taken.values());
        taken.values().removeIf(object -> {
            boolean isKnown = request.isKnown(object, known);
            if (isKnown) {
                request.success(object, "This version is known.");
            }
            return isKnown;
        });
        if (collection.kind() == TaxiiCollection.Kind.SEEDED) {
            seed(request, List.copyOf(taken.values()));
        } else {
            draft(request, new ArrayList<>(taken.values()), known);
        }
        again.forEach(object -> request.success(object, "This stands twice in the envelope."));
        return request.outcomes;
    }

    private List<JsonNode> objects(String text) {
        JsonNode envelope;
        try {
            envelope = StixJson.read(text);
        } catch (JsonProcessingException e) {
            throw KernelProblem.MALFORMED_REQUEST.at("", "This is not JSON, or nests too deep.");
        }
        JsonNode objects = envelope.path("objects");
        if (!envelope.isObject() || !objects.isArray() && !objects.isMissingNode()) {
            throw KernelProblem.INVALID_VALUES.at("/objects", "An envelope holds a list of objects.");
        }
        if (objects.size() > config.largestEnvelope()) {
            throw KernelProblem.INVALID_VALUES.at(
                    "/objects", "An envelope has at most " + config.largestEnvelope() + " objects.");
        }
        List<JsonNode> all = new ArrayList<>();
        objects.forEach(all::add);
        return all;
    }

    private Set<Version> known(TaxiiCollection collection, Iterable<JsonNode> objects) {
        Set<String> ids = new HashSet<>();
        objects.forEach(object -> ids.add(object.path("id").asText()));
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.of("select e.id, e.version as at from stix_entry e"
                                + " where e.collection = :collection and e.id = any (:ids)")
                        .with("collection", collection.key(), "ids", ids)
                        .list(Version.class));
    }

    private void seed(Request request, List<JsonNode> objects) {
        sql.of("select 1 from stix_seed(:collection, :objects, :now)")
                .with("collection", request.collection.key(), "objects", request.kept(objects), "now", clock.instant())
                .exists();
        objects.forEach(object -> request.success(object, "Added."));
    }

    private void draft(Request request, List<JsonNode> objects, Set<Version> known) {
        objects.removeIf(object -> {
            Optional<String> reason = unfit(object, known);
            reason.ifPresent(text -> request.failure(object, text));
            return reason.isPresent();
        });
        objects.removeIf(object -> {
            boolean isKnown = ReadReport.isKnownMarking(object);
            if (isKnown) {
                request.success(object, "Everybody knows this marking.");
            }
            return isKnown;
        });
        List<JsonNode> reports = objects.stream().filter(TaxiiWriting::isReport).toList();
        objects.removeAll(reports);
        Map<String, JsonNode> fit = new LinkedHashMap<>();
        Map<JsonNode, String> unfit = new LinkedHashMap<>();
        for (JsonNode report : reports) {
            String id = report.path("id").asText();
            if (fit.containsKey(id)) {
                unfit.put(report, "Another version of this report stands before it in the envelope.");
            } else if (fit.size() == MOST_REPORTS) {
                unfit.put(report, "An envelope opens at most " + MOST_REPORTS + " drafts. Send this one in another.");
            } else {
                fit.put(id, report);
            }
        }
        for (JsonNode report : fit.values()) {
            List<JsonNode> together = new ArrayList<>(List.of(report));
            together.addAll(takeNamed(report, objects));
            draftOf(request, together);
        }
        unfit.forEach((report, reason) -> {
            request.failure(report, reason);
            takeNamed(report, objects)
                    .forEach(object -> request.failure(object, "The report that names it is refused."));
        });
        if (!objects.isEmpty()) {
            draftOf(request, objects);
        }
    }

    /** Takes the objects that a report names out of these. */
    private static List<JsonNode> takeNamed(JsonNode report, List<JsonNode> objects) {
        Set<String> ids = new HashSet<>();
        report.path("object_refs").forEach(ref -> ids.add(ref.asText()));
        List<JsonNode> named = objects.stream()
                .filter(object -> ids.contains(object.path("id").asText()))
                .toList();
        objects.removeAll(named);
        return named;
    }

    private static boolean isReport(JsonNode object) {
        return object.path("type").asText().equals(REPORT);
    }

    private static Optional<String> unfit(JsonNode object, Set<Version> known) {
        if (object.path("identity_class").asText().equals("individual")) {
            return Optional.of("A bulletin names organisations and no natural person.");
        }
        return isReport(object) && hasId(known, object)
                ? Optional.of("Another version of this report is in a bulletin. Open an update of it at its desk,"
                        + " or delete the draft first.")
                : Optional.empty();
    }

    private void draftOf(Request request, List<JsonNode> objects) {
        DraftBulletin content = ReadReport.draft(objects);
        List<FieldError> wrong = drafts.wrong(content);
        if (!wrong.isEmpty()) {
            FieldError first = wrong.getFirst();
            objects.forEach(object -> request.failure(
                    object, "No bulletin can be made of it: " + first.pointer() + " " + first.detail()));
            return;
        }
        BulletinDrafts.Drafted draft = drafts.draft(content);
        sql.of("select 1 from stix_write(:bulletin, :objects, :now)")
                .with("bulletin", draft.id(), "objects", request.kept(objects), "now", clock.instant())
                .exists();
        objects.forEach(object -> request.success(
                object, "In the draft " + draft.ref() + ", which its desk submits and an approver clears."));
    }
}
