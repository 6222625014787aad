package org.comity.bulletins.taxii;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.bulletins.stix.StixJson;
import org.comity.bulletins.stix.StixTime;
import org.comity.kernel.sql.Json;
import org.comity.kernel.sql.Sql;

/**
 * API roots, collections and objects out of a file (docs/taxii.md), for suites that test TAXII: everybody who signs in reads and
 * writes them as the file says, without clearance. Each start puts them in place again.
 *
 * <p>Rules: R-346.
 */
@Singleton
class TaxiiSeed {

    private static final Set<String> PROFILES = Set.of("demo", "dev", "test");

    private final TaxiiConfig config;
    private final Sql sql;
    private final Clock clock;
    private final Map<TaxiiRoot, List<TaxiiCollection>> seeded = new LinkedHashMap<>();

    TaxiiSeed(TaxiiConfig config, Sql sql, Clock clock) {
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** The seeded API roots. */
    List<TaxiiRoot> roots() {
        return List.copyOf(seeded.keySet());
    }

    /** The collections of a seeded root. */
    List<TaxiiCollection> collections(String root) {
        return seeded.entrySet().stream()
                .filter(one -> one.getKey().name().equals(root))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }

    void start(@Observes StartupEvent started) {
        config.seed().ifPresent(file -> {
            requireDemonstration(ConfigUtils.getProfiles());
            load(file);
        });
    }

    static void requireDemonstration(List<String> profiles) {
        if (profiles.stream().noneMatch(PROFILES::contains)) {
            throw new IllegalStateException(
                    "comity.taxii.seed is for tests of TAXII: it is refused outside of the profiles demo, dev and test");
        }
    }

    /** Puts what this file says in place of what was seeded before. */
    void load(Path file) {
        JsonNode said;
        try {
            said = StixJson.read(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the seed file " + file + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the seed file " + file + " cannot be read", e);
        }
        seeded.clear();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.of("select stix_unseed(null, null, null)").exists();
            said.path("apiRoots").forEach(this::root);
        });
    }

    private void root(JsonNode said) {
        TaxiiRoot root = new TaxiiRoot(
                required(said, "name"),
                required(said, "title"),
                said.path("description").textValue(),
                said.path("pageSize").asInt(config.largestPage()));
        List<TaxiiCollection> collections = new ArrayList<>();
        for (JsonNode one : said.path("collections")) {
            collections.add(collection(root, one));
        }
        seeded.put(root, List.copyOf(collections));
    }

    private TaxiiCollection collection(TaxiiRoot root, JsonNode said) {
        UUID id = UUID.fromString(required(said, "id"));
        String key = "seed/" + root.name() + "/" + id;
        sql.of("select 1 from stix_seed(:collection, :objects, :now)")
                .with("collection", key, "objects", new Json(objects(said).toString()), "now", clock.instant())
                .exists();
        return new TaxiiCollection(
                key,
                TaxiiCollection.Kind.SEEDED,
                id,
                required(said, "title"),
                said.path("description").textValue(),
                said.path("alias").textValue(),
                said.path("canRead").asBoolean(true),
                said.path("canWrite").asBoolean(false));
    }

    /** The objects in the order in which they were added; one that says no date is added now, after the others. */
    private ArrayNode objects(JsonNode said) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode one : said.path("objects")) {
            JsonNode object = one.path("object");
            required(object, "id");
            required(object, "type");
            String added = one.path("dateAdded").asText(StixTime.of(clock.instant()));
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            kept.set("object", object);
            objects.add(kept.put("addedAt", added)
                    .put("specVersion", object.path("spec_version").asText(specVersion(object)))
                    .put(
                            "version",
                            object.path("modified")
                                    .asText(object.path("created").asText(added))));
        }
        objects.sort(Comparator.comparing(kept -> kept.path("addedAt").asText()));
        return JsonNodeFactory.instance.arrayNode().addAll(objects);
    }

    /** What says no version is of STIX 2.0, unless it is an observable, which may leave it out in 2.1 too. */
    private static String specVersion(JsonNode object) {
        return object.has("created") ? "2.0" : "2.1";
    }

    private static String required(JsonNode said, String name) {
        String text = said.path(name).asText();
        if (text.isEmpty()) {
            throw new IllegalStateException("in the seed file something has no " + name);
        }
        return text;
    }
}
