package org.comity.denials.statistics;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.denials.denial.PostedDenials;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of decisions in 2019, a year that no other test decides in. */
@QuarkusTest
class StatisticsTest {

    private static boolean posted;

    @BeforeEach
    void denials() {
        if (posted) {
            return;
        }
        posted = true;
        RegisteredStates.announce();
        PostedDenials.notified("nl", Map.of("decisionDate", "2019-03-31"), "JP");
        PostedDenials.notified("nl", Map.of("decisionDate", "2019-04-01", "destinationState", "TR"), "JP");
        PostedDenials.notified(
                "nl", Map.of("decisionDate", "2019-04-02", "permittedUse", List.of("ENFORCEMENT")), "JP");
        PostedDenials.notified("nl", Map.of("decisionDate", "2019-05-01"), "DE");
        PostedDenials.notified("jp", Map.of("decisionDate", "2019-04-30", "kind", "ANNULMENT"), "DE");
        PostedDenials.drafted("jp", Map.of("decisionDate", "2019-04-30"), "DE");
    }

    private static ValidatableResponse count(String person, String by, String from, String to) {
        return Api.as(person)
                .queryParam("by", by)
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/denials/v1/statistics")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2019-04, 3",
        "ITEM, 5A001.f.2, 4",
        "DESTINATION, KZ, 3",
        "DESTINATION, TR, 1",
        "DECISION, REFUSAL, 3",
        "DECISION, ANNULMENT, 1",
        "GROUND, COC_HR, 3",
        "MISUSE_TYPE, TARGET_POLITICAL_OPPONENTS, 3"
    })
    void R200_R201_what_the_caller_sees_is_counted_and_grounds_where_it_reads_them(String by, String key, int count) {
        count("jp.officer", by, "2019-01-01", "2019-12-31")
                .body("denials", is(4))
                .body("items.find { it.key == '" + key + "' }.denials", is(count));
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, 200", "1899-12-31, 400", "-9999-01-01, 400", "2200-12-31, 200", "2201-01-01, 400"})
    void a_day_is_of_our_age(String day, int status) {
        String parameters = day.startsWith("22") ? "to=" + day : "from=" + day;
        (day.startsWith("-") ? Api.wrongly("nl.officer") : Api.as("nl.officer"))
                .get("/denials/v1/statistics?" + parameters)
                .then()
                .statusCode(status);
    }

    @Test
    void R201_an_analyst_sees_counts_of_headers_and_none_of_grounds() {
        count("jp.analyst", "DESTINATION", "2019-01-01", "2019-12-31")
                .body("denials", is(3))
                .body("items[0]", equalTo(Map.of("key", "KZ", "denials", 2)));
        count("jp.analyst", "GROUND", "2019-01-01", "2019-12-31").body("items", equalTo(List.of()));
    }

    @Test
    void R200_first_and_last_day_count() {
        count("jp.officer", "ALL", "2019-04-01", "2019-04-30").body("denials", is(3));
        count("jp.officer", "ALL", "2019-04-02", "2019-04-29").body("denials", is(1));
    }

    @ParameterizedTest
    @CsvSource({"lv.officer", "xk.officer"})
    void R200_what_is_withheld_counts_by_its_notification_and_without_a_key(String person) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String from = today.toString();
        String to = today.plusDays(1).toString();
        List<String> by = List.of("MONTH", "ITEM", "DESTINATION", "GROUND", "MISUSE_TYPE");
        List<Integer> before =
                by.stream().map(each -> withoutKey(person, each, from, to)).toList();
        PostedDenials.notified(
                "lv",
                Map.of(
                        "decisionDate",
                        "2019-06-03",
                        "withheld",
                        Stream.of("decisionDate", "items", "destinationState", "reasons")
                                .map(field -> Map.of("field", field, "ground", "NATIONAL_LAW"))
                                .toList()),
                "XK");

        assertEquals(
                before.stream().map(count -> count + 1).toList(),
                by.stream().map(each -> withoutKey(person, each, from, to)).toList());
        count(person, "ALL", "2019-06-03", "2019-06-03").body("denials", is(0));
    }

    /** How many there are of what has none. */
    private static int withoutKey(String person, String by, String from, String to) {
        Integer count = count(person, by, from, to).extract().path("items.find { it.key == null }?.denials");
        return count == null ? 0 : count;
    }

    @Test
    void a_state_that_sees_none_counts_none() {
        count("us.officer", "MONTH", "2019-01-01", "2019-12-31")
                .body("denials", is(0))
                .body("items", equalTo(List.of()));
    }

    @Test
    void filters_are_those_of_the_list() {
        Api.as("jp.officer")
                .queryParam("from", "2019-01-01")
                .queryParam("to", "2019-12-31")
                .queryParam("originator", "NL")
                .queryParam("destination", "KZ")
                .queryParam("item", "5A001")
                .get("/denials/v1/statistics")
                .then()
                .statusCode(200)
                .body("denials", is(2));
    }

    @ParameterizedTest
    @CsvSource({"by, COLOUR", "from, yesterday", "to, 2019-02-30", "item, x", "destination, QQ", "to, 1800-01-01"})
    void what_cannot_be_is_named(String parameter, String value) {
        Api.wrongly("jp.officer")
                .queryParam(parameter, value)
                .get("/denials/v1/statistics")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.admin", "jp.auditor"})
    void who_reads_no_denials_counts_none(String person) {
        Api.as(person).get("/denials/v1/statistics").then().statusCode(403);
    }
}
