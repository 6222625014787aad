package org.comity.subscriptions.view;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as people narrowed them. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class SavedViewTest {

    private static final String VIEWS = "/subscriptions/v1/views";

    @BeforeEach
    void begin() {
        Happenings.begin();
    }

    @AfterEach
    void end() {
        ComityServers.servers().sql("delete from saved_view");
    }

    private static ValidatableResponse saved(String account, String body) {
        return Api.as(account)
                .contentType("application/json")
                .body(body)
                .post(VIEWS)
                .then();
    }

    private static String view(String name, boolean shared) {
        return "{\"list\":\"DENIALS\",\"name\":\"%s\",\"query\":\"destination=KZ&item=5A001\",\"shared\":%s}"
                .formatted(name, shared);
    }

    private static ValidatableResponse discard(String account, String id) {
        return Api.as(account)
                .contentType("application/json")
                .body("{}")
                .post(VIEWS + "/" + id + "/discard")
                .then();
    }

    @Test
    void R375_a_person_finds_own_views_again_and_those_that_the_desk_shares() {
        String shared = saved("nl.officer", view("Shared", true))
                .statusCode(201)
                .body("query", equalTo("destination=KZ&item=5A001"))
                .extract()
                .path("id");
        saved("nl.officer", view("Own", false)).statusCode(201);
        Api.as("nl.officer").get(VIEWS).then().statusCode(200).body("items.name", contains("Own", "Shared"));
        Api.as("nl.approver")
                .get(VIEWS)
                .then()
                .statusCode(200)
                .body("items.name", contains("Shared"))
                .body("items[0].steps", empty());
        // another desk and another state have none of them
        for (String other : List.of("nl.analyst", "nl.poc", "de.officer")) {
            Api.as(other).get(VIEWS).then().statusCode(200).body("items", empty());
            discard(other, shared).statusCode(404);
        }
        for (String none : List.of("nl.auditor", "nl.admin", "secretariat.admin")) {
            Api.as(none).get(VIEWS).then().statusCode(403);
            saved(none, view("None", false)).statusCode(403);
        }
        discard("nl.approver", shared).statusCode(403);
        discard("nl.officer", shared).statusCode(204);
        Api.as("nl.approver").get(VIEWS).then().body("items", empty());
        discard("nl.officer", shared).statusCode(404);
    }

    @Test
    void R375_what_is_no_view_is_refused_by_its_field() {
        for (String wrong : List.of("a b", "a=<script>", "a\\nb", "é")) {
            Api.wrongly("nl.officer")
                    .contentType("application/json")
                    .body("{\"list\":\"DENIALS\",\"name\":\"Wrong\",\"query\":\"" + wrong + "\"}")
                    .post(VIEWS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/query"));
        }
        saved("nl.officer", view("Longest", false).replace("destination=KZ", "destination=" + "K".repeat(977)))
                .statusCode(201);
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .body(view("Too long", false).replace("destination=KZ", "destination=" + "K".repeat(978)))
                .post(VIEWS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/query"));
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .body("{\"list\":\"ELSEWHERE\",\"name\":\"Wrong\",\"query\":\"\"}")
                .post(VIEWS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/list"));
    }

    @Test
    void R375_a_person_has_fifty_and_not_one_more() {
        String owner = saved("fr.officer", view("First", false))
                .statusCode(201)
                .extract()
                .path("owner.id");
        for (int i = 0; i < 48; i++) {
            ComityServers.servers()
                    .sql("insert into saved_view select '" + UUID.randomUUID()
                            + "', state, desk, owner, owner_name, list, name, query, shared, created_at from saved_view"
                            + " where owner = '" + owner + "' limit 1");
        }
        saved("fr.officer", view("Fiftieth", false)).statusCode(201);
        saved("fr.officer", view("One more", false)).statusCode(409);
    }
}
