package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ways around the second pair of eyes, tried on every step that takes one. That no role makes an
 * approver of a system is for {@code CallerTest}; that each service asks so is here.
 */
@QuarkusTest
class FourEyesTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** What waits for an approver of the Netherlands: who proposes it, and what the approval is. */
    private enum Waiting {
        DENIAL {
            @Override
            String begun() {
                return drafted("nl.officer", draft("DE")).path("id");
            }

            @Override
            void submitted(String person, String id, String words) {
                edited(person, id, words);
                step(person, id, "submit", Map.of()).then().statusCode(200);
            }
        },
        AMENDMENT {
            @Override
            String begun() {
                String id = notified("DE");
                step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
                return id;
            }

            @Override
            void submitted(String person, String id, String words) {
                DENIAL.submitted(person, id, words);
            }
        },
        RENEWAL {
            @Override
            String begun() {
                return notified("DE");
            }

            @Override
            void submitted(String person, String id, String words) {
                step(person, id, "renew", map("renewalGrounds", words)).then().statusCode(200);
            }
        },
        REVOCATION {
            @Override
            String begun() {
                return notified("DE");
            }

            @Override
            void submitted(String person, String id, String words) {
                step(person, id, "revoke", map("reason", words)).then().statusCode(200);
            }
        };

        /** Something that the next step can submit. */
        abstract String begun();

        /** Submits it, or submits it anew, in these words. */
        abstract void submitted(String person, String id, String words);
    }

    private static void edited(String person, String id, String words) {
        Map<String, Object> content = draft("DE");
        content.put("statedEndUse", words);
        Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag(person, id))
                .body(json(content))
                .put(DENIALS + "/{id}", id)
                .then()
                .statusCode(200);
    }

    private static Response post(RequestSpecification caller, String tag, String path, Object body) {
        return caller.contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(json(body))
                .post(path);
    }

    private static String seenByReaders(String id) {
        return Api.as("de.officer").get(DENIALS + "/{id}", id).asString();
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void R11_an_approval_is_of_what_was_read(Waiting kind) {
        String id = kind.begun();
        kind.submitted("nl.officer", id, "As it was read");
        String read = tag("nl.approver", id);
        kind.submitted("nl.officer", id, "As nobody read it");
        String before = seenByReaders(id);
        post(Api.as("nl.approver"), read, DENIALS + "/" + id + "/approve", Map.of())
                .then()
                .statusCode(412);
        assertEquals(before, seenByReaders(id));
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void R11_an_approver_who_submits_is_not_the_second_pair_of_eyes(Waiting kind) {
        String id = kind.begun();
        kind.submitted("nl.officer", id, "From the officer");
        kind.submitted("nl.approver", id, "From the approver, over it");
        String before = seenByReaders(id);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(403).body("type", endsWith("same-person"));
        assertEquals(before, seenByReaders(id));
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void R11_a_system_approves_nothing(Waiting kind) {
        String id = kind.begun();
        kind.submitted("nl.officer", id, "From the officer");
        String before = seenByReaders(id);
        bySystem(DENIALS + "/" + id, "approve", Map.of()).then().statusCode(403);
        assertEquals(before, seenByReaders(id));
    }

    /** What one approver does alone. */
    private enum Alone {
        WIDER {
            @Override
            Response taken() {
                String id = notified("DE");
                return bySystem(
                        DENIALS + "/" + id,
                        "release",
                        map("releasability", map("mode", "LIST", "states", list("DE", "JP"))));
            }
        },
        ONWARD {
            @Override
            Response taken() {
                String asked = Api.as("de.officer")
                        .contentType(ContentType.JSON)
                        .body("{\"states\":[\"JP\"],\"reason\":\"They license the same end-user\"}")
                        .post(DENIALS + "/" + notified("DE") + "/onward-requests")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
                return bySystem("/denials/v1/onward-requests/" + asked, "grant", Map.of());
            }
        },
        FIGURES {
            @Override
            Response taken() {
                Api.as("nl.officer")
                        .contentType(ContentType.JSON)
                        .body("{\"year\":1997}")
                        .post("/denials/v1/figures")
                        .then()
                        .statusCode(201);
                return bySystem("/denials/v1/figures/1997", "approve", Map.of());
            }
        };

        abstract Response taken();
    }

    @ParameterizedTest
    @EnumSource(Alone.class)
    void R25_R204_R209_what_an_approver_decides_is_refused_to_a_system(Alone kind) {
        kind.taken().then().statusCode(403);
    }

    private static Response bySystem(String path, String verb, Object body) {
        String system = Tokens.ofSystem("nl-system");
        String tag =
                Api.withToken(system).get(path).then().statusCode(200).extract().header("ETag");
        return post(Api.withToken(system), tag, path + "/" + verb, body);
    }

    @Test
    void R25_a_wider_release_is_of_what_was_read() {
        String id = notified("DE");
        String read = tag("nl.approver", id);
        step("nl.officer", id, "release", map("releasability", map("mode", "LIST", "states", list("DE")), "tlp", "RED"))
                .then()
                .statusCode(200);
        Map<String, Object> wider = map("releasability", map("mode", "LIST", "states", list("DE", "JP")));
        post(Api.as("nl.approver"), read, DENIALS + "/" + id + "/release", wider)
                .then()
                .statusCode(412);
        Api.as("jp.officer").get(DENIALS + "/{id}", id).then().statusCode(404);
        step("nl.approver", id, "release", wider).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/{id}", id).then().statusCode(200);
    }
}
