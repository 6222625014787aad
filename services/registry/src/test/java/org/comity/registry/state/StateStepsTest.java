package org.comity.registry.state;

import static org.comity.registry.state.Requests.ADMIN;
import static org.comity.registry.state.Requests.STATES;
import static org.comity.registry.state.Requests.SUSPENSION;
import static org.comity.registry.state.Requests.WITHDRAWAL;
import static org.comity.registry.state.Requests.address;
import static org.comity.registry.state.Requests.etag;
import static org.comity.registry.state.Requests.json;
import static org.comity.registry.state.Requests.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StateStepsTest {

    private static final String SUBSCRIPTION = "{\"subscribedOn\":\"2024-05-01\",\"declaration\":\"File 7\"}";

    private final TestClock clock;
    private Runnable undo;

    StateStepsTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void keep() {
        undo = Requests.keep();
    }

    @AfterEach
    void undo() {
        clock.run();
        undo.run();
    }

    @Test
    void a_state_lives_from_interest_to_withdrawal() {
        Requests.addIceland();

        step(ADMIN, "IS", "subscribe", SUBSCRIPTION)
                .statusCode(200)
                .body("status", equalTo("SUBSCRIBED"))
                .body("subscribedOn", equalTo("2024-05-01"))
                .body("version", equalTo(2));
        step(ADMIN, "IS", "suspend", SUSPENSION).statusCode(200).body("status", equalTo("ACCESS_SUSPENDED"));
        step(ADMIN, "IS", "reinstate", "{}")
                .statusCode(200)
                .body("status", equalTo("SUBSCRIBED"))
                .body("subscribedOn", equalTo("2024-05-01"));
        step(ADMIN, "IS", "withdraw", WITHDRAWAL)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("subscribedOn", equalTo("2024-05-01"))
                .body("withdrawnOn", equalTo("2025-01-31"))
                .body("version", equalTo(5));
    }

    @Test
    void the_people_of_a_suspended_state_are_shut_out_with_their_next_request() {
        Api.as("jp.officer").get(STATES).then().statusCode(200);
        Api.as("kr.officer").get(STATES).then().statusCode(200);

        step(ADMIN, "JP", "suspend", SUSPENSION).statusCode(200);

        Api.as("jp.officer")
                .get(STATES)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:comity:problem:access-ended"));
        Api.as("jp.poc").get(address("JP")).then().statusCode(403);
        Api.as("kr.officer").get(address("JP")).then().statusCode(200).body("status", equalTo("ACCESS_SUSPENDED"));

        step(ADMIN, "JP", "reinstate", "{}").statusCode(200);

        Api.as("jp.officer").get(STATES).then().statusCode(200);
    }

    @Test
    void the_people_of_a_state_that_withdrew_are_shut_out_with_their_next_request() {
        step(ADMIN, "JP", "withdraw", WITHDRAWAL).statusCode(200);

        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }

    @Test
    void a_suspended_state_may_withdraw_and_stays_shut_out() {
        step(ADMIN, "JP", "suspend", SUSPENSION).statusCode(200);
        step(ADMIN, "JP", "withdraw", WITHDRAWAL).statusCode(200).body("status", equalTo("WITHDRAWN"));

        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretariat.staff", "jp.poc", "jp.admin", "jp.approver"})
    void only_an_administrator_of_the_secretariat_takes_a_step(String person) {
        step(person, "JP", "subscribe", SUBSCRIPTION).statusCode(403);
        step(person, "JP", "suspend", SUSPENSION).statusCode(403);
        step(person, "JP", "reinstate", "{}").statusCode(403);
        step(person, "JP", "withdraw", WITHDRAWAL).statusCode(403);

        Api.as("jp.officer")
                .get(address("JP"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBSCRIBED"))
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"subscribe, already-subscribed", "reinstate, not-suspended"})
    void a_step_that_does_not_follow_is_refused(String verb, String problem) {
        step(ADMIN, "JP", verb, verb.equals("subscribe") ? SUBSCRIPTION : "{}")
                .statusCode(409)
                .body("type", equalTo("urn:comity:problem:" + problem));
    }

    @Test
    void what_has_withdrawn_takes_no_step() {
        step(ADMIN, "JP", "withdraw", WITHDRAWAL).statusCode(200);

        step(ADMIN, "JP", "subscribe", SUBSCRIPTION).statusCode(409);
        step(ADMIN, "JP", "suspend", SUSPENSION).statusCode(409);
        step(ADMIN, "JP", "reinstate", "{}").statusCode(409);
        step(ADMIN, "JP", "withdraw", WITHDRAWAL).statusCode(409);
        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }

    @Test
    void a_refused_suspension_shuts_nobody_out() {
        json(ADMIN, SUSPENSION)
                .header("If-Match", "\"stale\"")
                .post(address("JP") + "/suspend")
                .then()
                .statusCode(412)
                .body("errors.pointer", contains("If-Match"));
        json(ADMIN, SUSPENSION)
                .post(address("JP") + "/suspend")
                .then()
                .statusCode(428)
                .body("errors.pointer", contains("If-Match"));

        Api.as("jp.officer").get(STATES).then().statusCode(200);
    }

    @Test
    void every_step_names_the_version_that_it_is_for() {
        String seen = etag("JP");
        step(ADMIN, "JP", "suspend", SUSPENSION).statusCode(200);

        json(ADMIN, "{}")
                .header("If-Match", seen)
                .post(address("JP") + "/reinstate")
                .then()
                .statusCode(412);
        json(ADMIN, WITHDRAWAL)
                .header("If-Match", seen)
                .post(address("JP") + "/withdraw")
                .then()
                .statusCode(412);
        json(ADMIN, SUBSCRIPTION).post(address("JP") + "/subscribe").then().statusCode(428);
    }

    @Test
    void no_state_withdraws_before_it_subscribes() {
        Requests.addIceland();
        step(ADMIN, "IS", "subscribe", SUBSCRIPTION).statusCode(200);

        step(ADMIN, "IS", "withdraw", "{\"withdrawnOn\":\"2024-04-30\",\"reason\":\"Will\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/withdrawnOn"));
        step(ADMIN, "IS", "withdraw", "{\"withdrawnOn\":\"2024-05-01\",\"reason\":\"Will\"}")
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-16, 200", "2026-06-17, 422"})
    void a_state_ahead_of_utc_may_subscribe_tomorrow(String day, int status) {
        Requests.addIceland();
        clock.set(Instant.parse("2026-06-15T23:59:59Z"));

        step(ADMIN, "IS", "subscribe", "{\"subscribedOn\":\"" + day + "\",\"declaration\":\"File 7\"}")
                .statusCode(status);
    }
}
