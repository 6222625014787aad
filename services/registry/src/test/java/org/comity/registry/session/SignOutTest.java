package org.comity.registry.session;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignOutTest {

    private static final String SIGN_OUTS = "/registry/v1/sign-outs";
    private static final String STATES = "/registry/v1/states";

    @ParameterizedTest
    @ValueSource(strings = {"lv.poc", "lv.auditor", "secretariat.staff"})
    void signing_out_ends_that_session_and_no_other(String person) {
        String ended = Tokens.ofNewSession(person);
        String other = Tokens.ofNewSession(person);
        Api.withToken(ended).get(STATES).then().statusCode(200);

        signOut(ended).statusCode(204);

        Api.withToken(ended)
                .get(STATES)
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:comity:problem:unauthenticated"));
        Api.withToken(other).get(STATES).then().statusCode(200);
        Api.as("lv.officer").get(STATES).then().statusCode(200);
    }

    @Test
    void a_session_that_has_ended_cannot_be_ended_again() {
        String token = Tokens.ofNewSession("lv.poc");
        signOut(token).statusCode(204);

        signOut(token).statusCode(401);
    }

    @Test
    void a_token_without_a_session_has_nothing_to_end() {
        String token = Tokens.ofSystem("nl-system");

        signOut(token).statusCode(403).body("type", equalTo("urn:comity:problem:no-session"));
        Api.withToken(token).get(STATES).then().statusCode(200);
    }

    @Test
    void nobody_signs_out_without_a_token() {
        Api.anonymous()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SIGN_OUTS)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"session\":\"another\"} | /session", "[] | ''", "{ | ''"})
    void the_body_says_nothing_else(String body, String pointer) {
        Api.wrongly("lv.admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post(SIGN_OUTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
        Api.as("lv.admin").get(STATES).then().statusCode(200);
    }

    private static ValidatableResponse signOut(String token) {
        return Api.withToken(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SIGN_OUTS)
                .then();
    }
}
