package org.comity.bulletins.taxii;

import static org.comity.bulletins.taxii.TaxiiExamples.TYPE;
import static org.comity.bulletins.taxii.TaxiiExamples.as;
import static org.comity.bulletins.taxii.TaxiiExamples.id;
import static org.comity.bulletins.taxii.TaxiiExamples.identity;
import static org.comity.bulletins.taxii.TaxiiExamples.post;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API roots out of a file: the example of docs/taxii.md, as it stands there. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class TaxiiSeedTest {

    private static final String ROOT = "/taxii2/trustgroup1/";
    private static final String READ = ROOT + "collections/91a7b528-80eb-42ed-a74d-c6fbd5a26116/";
    private static final String WRITE = ROOT + "collections/52892447-4d7e-4f70-b94d-d7f22742ff63/";
    private static final String INDICATOR = "indicator--cd981c25-8042-4166-8945-51178443bdac";

    private final TaxiiSeed seed;

    TaxiiSeedTest(TaxiiSeed seed) {
        this.seed = seed;
    }

    @BeforeEach
    void seeded(@TempDir Path folder) throws IOException {
        RegisteredStates.announce();
        String guide = Files.readString(Path.of(System.getProperty("comity.root"), "docs", "taxii.md"));
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(guide);
        if (!example.find()) {
            throw new AssertionError("docs/taxii.md has no example");
        }
        seed.load(Files.writeString(folder.resolve("seed.json"), example.group(1)));
    }

    @AfterEach
    void unseeded(@TempDir Path folder) throws IOException {
        seed.load(Files.writeString(folder.resolve("none.json"), "{}"));
    }

    @Test
    void R346_roots_collections_objects_and_dates_are_those_of_the_file() {
        as("de.analyst").get("/taxii2/").then().body("api_roots", hasSize(3));
        as("de.analyst")
                .get(ROOT + "collections/")
                .then()
                .body("collections.can_read", is(List.of(true, true)))
                .body("collections.can_write", is(List.of(false, true)));
        as("de.analyst")
                .get(READ + "manifest/?match[version]=all")
                .then()
                .statusCode(200)
                .body("objects", hasSize(2))
                .body("more", is(true))
                .body("objects.date_added", is(List.of("2016-11-01T03:04:05.000000Z", "2016-11-03T12:30:59.001000Z")));
        as("jp.officer")
                .get(READ + "objects/?match[id]=" + INDICATOR)
                .then()
                .body("objects.modified", is(List.of("2017-01-27T13:49:53.935Z")));
        as("jp.officer")
                .get(READ + "objects/?match[id]=" + INDICATOR + "&match[version]=first,last")
                .then()
                .body("objects.modified", is(List.of("2016-11-03T12:30:59.000Z", "2017-01-27T13:49:53.935Z")));
        assertEquals(
                3,
                TaxiiExamples.walk("de.analyst", READ + "objects/?match[version]=all")
                        .size());
        as("de.analyst").get("/taxii2/trustgroup2/").then().statusCode(200);
        as("de.analyst").get(READ + "objects/").then().contentType(TYPE);
    }

    @Test
    void R346_what_is_written_is_there_at_once_and_can_be_deleted() {
        String identity = id("identity");
        post("nl-system", WRITE, identity(identity, "A Ltd"), identity(identity, "A Ltd"), "{}")
                .then()
                .statusCode(202)
                .body("success_count", is(2))
                .body("failure_count", is(1));
        as("jp.officer")
                .get(WRITE + "objects/" + identity + "/")
                .then()
                .statusCode(200)
                .body("objects", hasSize(1));
        as("nl-system").delete(WRITE + "objects/" + identity + "/").then().statusCode(200);
        as("jp.officer").get(WRITE + "objects/" + identity + "/").then().statusCode(404);
        post("nl-system", READ, identity(identity, "A Ltd")).then().statusCode(403);
        as("nl-system").delete(READ + "objects/" + INDICATOR + "/").then().statusCode(403);
    }

    @Test
    void R346_nothing_seeded_is_in_a_collection_of_bulletins() {
        as("de.analyst")
                .get("/taxii2/comity/collections/bulletins/objects/?match[id]=" + INDICATOR)
                .then()
                .body("objects", nullValue());
    }

    @Test
    void R346_a_file_is_refused_outside_of_demo_dev_and_test() {
        assertThrows(IllegalStateException.class, () -> TaxiiSeed.requireDemonstration(List.of("prod")));
        assertDoesNotThrow(() -> TaxiiSeed.requireDemonstration(List.of("demo")));
    }

    private static String version(String identity, String specVersion, String instant) {
        return identity(identity, "A Ltd")
                .replace("\"2.1\"", "\"" + specVersion + "\"")
                .replace("\"modified\":\"2026-01-31T12:00:00.000Z\"", "\"modified\":\"" + instant + "\"");
    }

    @Test
    void R345_all_versions_that_are_named_are_deleted_however_many_a_page_holds() {
        String identity = id("identity");
        String address = WRITE + "objects/" + identity + "/";
        String[] versions = IntStream.rangeClosed(1, 5)
                .mapToObj(day -> version(identity, "2.1", "2026-02-0" + day + "T12:00:00.000Z"))
                .toArray(String[]::new);
        post("nl-system", WRITE, versions).then().body("success_count", is(5));
        as("nl-system")
                .delete(address + "?match[version]=2020-01-01T00:00:00Z")
                .then()
                .statusCode(404);
        as("nl-system").delete(address + "?match[version]=last").then().statusCode(200);
        as("nl-system").get(address).then().body("objects.modified", is(List.of("2026-02-04T12:00:00.000Z")));
        as("nl-system").delete(address).then().statusCode(200);
        as("nl-system").get(address).then().statusCode(404);
    }

    @Test
    void R341_the_first_and_the_last_are_those_of_the_wanted_versions_of_STIX() {
        String identity = id("identity");
        String first = "2026-02-01T12:00:00.000Z";
        String second = "2026-02-02T12:00:00.000Z";
        String third = "2026-02-03T12:00:00.000Z";
        post(
                        "nl-system",
                        WRITE,
                        version(identity, "2.0", first),
                        version(identity, "2.1", second),
                        version(identity, "2.0", third))
                .then()
                .body("success_count", is(3));
        String of = WRITE + "objects/" + identity + "/";
        as("nl-system").get(of).then().body("objects.modified", is(List.of(second)));
        as("nl-system").get(of + "?match[version]=first").then().body("objects.modified", is(List.of(second)));
        as("nl-system").get(of + "?match[spec_version]=2.0").then().body("objects.modified", is(List.of(third)));
        as("nl-system").get(of + "?match[spec_version]=2.0,2.1").then().body("objects.modified", is(List.of(third)));
        as("nl-system")
                .get(of + "?match[spec_version]=2.1,2.0&match[version]=first")
                .then()
                .body("objects.modified", is(List.of(first)));
    }
}
