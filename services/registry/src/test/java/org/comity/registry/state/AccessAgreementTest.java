package org.comity.registry.state;

import static org.comity.registry.state.Requests.ADMIN;
import static org.comity.registry.state.Requests.STATES;
import static org.comity.registry.state.Requests.SUSPENSION;
import static org.comity.registry.state.Requests.address;
import static org.comity.registry.state.Requests.etag;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two databases hold whether a state has access; whatever stops us between them, it ends as the status says. */
@QuarkusTest
class AccessAgreementTest {

    private static final String SUSPENDED =
            "update state set status = 'ACCESS_SUSPENDED', suspended_because = 'A breach' where iso2 = 'JP'";
    private static final String SHUT_OUT =
            "insert into access_ended (subject, ended_at, reason) values ('state:JP', now(), 'Planted')";

    private final AccessAgreement agreement;
    private final TestServers servers = ComityServers.servers();
    private Runnable undo;

    AccessAgreementTest(AccessAgreement agreement) {
        this.agreement = agreement;
    }

    @BeforeEach
    void keep() {
        undo = Requests.keep();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void an_end_that_no_status_explains_is_taken_back() {
        servers.accessSql(SHUT_OUT);
        Api.as("jp.officer").get(STATES).then().statusCode(403);

        agreement.agreeAll();

        Api.as("jp.officer").get(STATES).then().statusCode(200);
    }

    @Test
    void a_suspended_state_that_was_let_in_is_shut_out() {
        servers.sql(SUSPENDED);
        Api.as("jp.officer").get(STATES).then().statusCode(200);

        agreement.agreeAll();

        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }

    @Test
    void the_end_of_a_state_that_the_registry_does_not_know_stands() {
        servers.accessSql("insert into access_ended (subject, ended_at, reason) values ('state:IS', now(), 'By hand')");

        agreement.agreeAll();

        // Adding the row again fails if it is still there.
        assertThrows(
                IllegalStateException.class,
                () -> servers.accessSql(
                        "insert into access_ended (subject, ended_at, reason) values ('state:IS', now(), 'Again')"));
    }

    @Test
    void a_suspension_under_way_is_not_taken_for_a_leftover() throws Exception {
        FutureTask<Void> round = new FutureTask<>(agreement::agreeAll, null);
        try (Connection suspending = servers.superuser(servers.database());
                Statement statement = suspending.createStatement()) {
            suspending.setAutoCommit(false);
            statement.execute(SUSPENDED);
            servers.accessSql(SHUT_OUT);

            new Thread(round).start();
            assertThrows(TimeoutException.class, () -> round.get(1, TimeUnit.SECONDS));
            suspending.commit();
        }
        round.get(30, TimeUnit.SECONDS);

        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }

    @Test
    void a_suspension_that_cannot_be_recorded_shuts_nobody_out() {
        String seen = etag("JP");
        servers.sql(
                "create function planted() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'planted'; end $$",
                "create trigger planted before update on state for each row execute function planted()");
        try {
            // Not held to the contract, which promises no failure.
            RestAssured.given()
                    .header("Authorization", "Bearer " + Tokens.of(ADMIN))
                    .header("If-Match", seen)
                    .contentType(ContentType.JSON)
                    .body(SUSPENSION)
                    .post(address("JP") + "/suspend")
                    .then()
                    .statusCode(500);
        } finally {
            servers.sql("drop trigger planted on state", "drop function planted()");
        }

        Api.as("jp.officer").get(address("JP")).then().statusCode(200).body("status", equalTo("SUBSCRIBED"));
    }

    @Test
    void a_reinstatement_that_cannot_be_recorded_lets_nobody_in() {
        Requests.step(ADMIN, "JP", "suspend", SUSPENSION).statusCode(200);
        String seen = etag("JP");
        servers.sql(
                "create function planted() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'planted'; end $$",
                "create trigger planted before update on state for each row execute function planted()");
        try {
            RestAssured.given()
                    .header("Authorization", "Bearer " + Tokens.of(ADMIN))
                    .header("If-Match", seen)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(address("JP") + "/reinstate")
                    .then()
                    .statusCode(500);
        } finally {
            servers.sql("drop trigger planted on state", "drop function planted()");
        }

        Api.as("jp.officer").get(STATES).then().statusCode(403);
    }
}
