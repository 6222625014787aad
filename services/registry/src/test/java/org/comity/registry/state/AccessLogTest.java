package org.comity.registry.state;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what in the registry, for each state's point of contact and auditor. */
@QuarkusTest
class AccessLogTest {

    private static final String LOG = "/registry/v1/access-log";
    private static final String SPAIN = "/registry/v1/states/ES";

    @Test
    void R183_a_state_reads_what_its_own_people_did() {
        Api.as("es.officer").get(SPAIN).then().statusCode(200);
        Api.as("sk.officer").get(SPAIN).then().statusCode(200);
        for (String reader : List.of("es.poc", "es.auditor")) {
            List<String> names = Api.as(reader)
                    .get(LOG + "?limit=100&record=ES")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.person.name");
            assertTrue(names.contains("es.officer"));
            assertTrue(names.stream().allMatch(name -> name.startsWith("es.")), names::toString);
        }
    }

    @Test
    void R184_a_state_reads_what_the_secretariat_changed_in_its_record_and_not_who() {
        List<Map<String, Object>> before = changes("es.auditor");
        String seen = Api.as("secretariat.staff").get(SPAIN).header("ETag");
        Api.as("secretariat.staff")
                .contentType("application/json")
                .header("If-Match", seen)
                .body(
                        "{\"pointsOfContact\":[{\"role\":\"POC\",\"name\":\"Export control desk\",\"mail\":\"poc@demo.invalid\"}]}")
                .put(SPAIN + "/points-of-contact")
                .then()
                .statusCode(200);

        List<Map<String, Object>> after = changes("es.auditor");
        assertEquals(before.size() + 1, after.size());
        assertEquals("PUT", after.getFirst().get("method"));
        assertEquals(SPAIN + "/points-of-contact", after.getFirst().get("path"));
        assertEquals(after, changes("es.poc"));
        assertTrue(changes("sk.auditor").stream()
                .noneMatch(change -> change.get("path").toString().startsWith(SPAIN)));
    }

    @Test
    void R184_what_the_secretariat_reads_or_is_refused_is_not_in_it() {
        List<Map<String, Object>> before = changes("es.poc");
        Api.as("secretariat.staff").get(SPAIN).then().statusCode(200);
        // HEAD and OPTIONS stand in no contract
        String staff = "Bearer " + Tokens.of("secretariat.staff");
        given().header("Authorization", staff).head(SPAIN).then().statusCode(200);
        given().header("Authorization", staff)
                .head("/registry/v1/states")
                .then()
                .statusCode(200);
        given().header("Authorization", staff).options(SPAIN).then().statusCode(204);
        Api.as("secretariat.staff")
                .contentType("application/json")
                .header("If-Match", "\"stale\"")
                .body("{\"pointsOfContact\":[]}")
                .put(SPAIN + "/points-of-contact")
                .then()
                .statusCode(412);
        assertEquals(before, changes("es.poc"));
    }

    private static List<Map<String, Object>> changes(String person) {
        return Api.as(person)
                .get(LOG + "/records?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"es.officer", "es.approver", "es.analyst", "es.admin", "secretariat.staff", "secretariat.admin"})
    void R183_nobody_else_reads_it(String person) {
        Api.as(person).get(LOG).then().statusCode(403);
        Api.as(person).get(LOG + "/records").then().statusCode(403);
    }
}
