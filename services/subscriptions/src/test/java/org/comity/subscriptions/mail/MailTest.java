package org.comity.subscriptions.mail;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.timer.TimersOfService;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.KeptRecords;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail of rules, taken by a real mail server. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class MailTest {

    private static final String RULES = "/subscriptions/v1/rules";
    private static final String PREFERENCES = "/subscriptions/v1/preferences";

    private final TimersOfService timers;
    private final TestClock clock;
    private final GreenMail server =
            new GreenMail(new ServerSetup(SubscriptionServers.MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailTest(TimersOfService timers, Clock clock) {
        this.timers = timers;
        this.clock = (TestClock) clock;
    }

    @BeforeEach
    void begin() {
        Happenings.begin();
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
        clock.run();
        ComityServers.servers().sql("delete from rule_match", "delete from mail", "delete from rule");
    }

    private static String rule(String account, String frequency) {
        return Api.as(account)
                .contentType("application/json")
                .body("{\"name\":\"All\",\"channels\":[\"MAIL\"],\"frequency\":\"" + frequency + "\"}")
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static UUID published(String title, String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, title, readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    private List<String> received(String address) throws Exception {
        timers.runAll();
        timers.runAll();
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to(mail).equals(address))
                .map(MailTest::text)
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getSubject() + "\n" + mail.getContent();
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void R393_a_mail_says_that_something_waits_and_where_and_nothing_of_what() throws Exception {
        rule("es.analyst", "AT_ONCE");
        published("A jammer by a detour", "ES");
        List<String> mails = received("es.analyst@demo.invalid");
        assertEquals(1, mails.size());
        assertTrue(mails.getFirst().contains("Something waits for you"), mails.getFirst());
        assertTrue(mails.getFirst().contains("/inbox?unread=true"), mails.getFirst());
        for (String word : List.of("jammer", "BU-DE", "5A001", "Germany", "KZ", "All")) {
            assertFalse(mails.getFirst().contains(word), word);
        }
        // and once
        assertEquals(1, received("es.analyst@demo.invalid").size());
    }

    @Test
    void R394_a_daily_digest_waits_until_six_and_tells_each_match_in_one_mail_after_downtime_too() throws Exception {
        prefer("gb.analyst", "{\"zone\":\"Europe/London\"}");
        rule("gb.analyst", "DAILY");
        clock.set(Instant.parse("2027-01-11T20:00:00Z"));
        published("First", "GB");
        published("Second", "GB");
        clock.set(Instant.parse("2027-01-12T05:59:59Z"));
        assertEquals(0, received("gb.analyst@demo.invalid").size());
        clock.set(Instant.parse("2027-01-12T06:00:00Z"));
        assertEquals(1, received("gb.analyst@demo.invalid").size());
        published("After it closed", "GB");
        assertEquals(1, received("gb.analyst@demo.invalid").size());
        // two days later nobody looked meanwhile
        clock.set(Instant.parse("2027-01-14T09:00:00Z"));
        assertEquals(2, received("gb.analyst@demo.invalid").size());
        assertEquals(0, ComityServers.servers().count("select count(*) from rule_match where mail_id is null"));
    }

    @Test
    void R395_a_rule_that_changes_its_frequency_tells_nothing_twice() throws Exception {
        String rule = rule("lv.analyst", "AT_ONCE");
        published("Told at once", "LV");
        assertEquals(1, received("lv.analyst@demo.invalid").size());
        Api.as("lv.analyst")
                .header("If-Match", Api.as("lv.analyst").get(RULES + "/" + rule).header("ETag"))
                .contentType("application/json")
                .body("{\"name\":\"All\",\"channels\":[\"MAIL\"],\"frequency\":\"DAILY\"}")
                .put(RULES + "/" + rule)
                .then()
                .statusCode(200);
        clock.set(Instant.now().plusSeconds(3 * 86_400));
        assertEquals(1, received("lv.analyst@demo.invalid").size());
    }

    @Test
    void R396_what_was_narrowed_between_queueing_and_sending_is_not_sent() throws Exception {
        rule("sk.analyst", "AT_ONCE");
        UUID record = published("Narrowed at once", "SK");
        KeptRecords.put(KeptRecords.bulletin(record, "Narrowed at once"));
        assertEquals(0, received("sk.analyst@demo.invalid").size());
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select count(*) from mail where dropped_because like 'Nothing of what%'"));
    }

    @Test
    void R396_whose_access_or_role_has_ended_gets_no_mail() throws Exception {
        rule("mk.analyst", "AT_ONCE");
        published("Not for who is away", "MK");
        ComityServers.servers()
                .accessSql("insert into access_ended (subject, ended_at, reason) values ('state:MK', now(), 'test')");
        try {
            assertEquals(0, received("mk.analyst@demo.invalid").size());
        } finally {
            ComityServers.servers().accessSql("delete from access_ended where subject = 'state:MK'");
        }
    }

    @Test
    void R397_a_mail_that_no_server_takes_waits_and_goes_out_later() throws Exception {
        rule("dk.analyst", "AT_ONCE");
        published("Waits", "DK");
        server.stop();
        timers.runAll();
        timers.runAll();
        assertEquals(
                1,
                ComityServers.servers()
                        .count(
                                "select count(*) from mail where attempts = 1 and sent_at is null and last_failure is not null"));
        server.start();
        assertEquals(0, received("dk.analyst@demo.invalid").size());
        clock.set(Instant.now().plusSeconds(120));
        assertEquals(1, received("dk.analyst@demo.invalid").size());
    }

    private static void prefer(String account, String body) {
        Api.as(account)
                .header("If-Match", Api.as(account).get(PREFERENCES).header("ETag"))
                .contentType("application/json")
                .body(body)
                .put(PREFERENCES)
                .then()
                .statusCode(200);
    }

    @Test
    void R393_a_mail_is_in_the_readers_language_and_a_zone_that_is_none_is_refused() throws Exception {
        prefer("cr.analyst", "{\"language\":\"ES\"}");
        rule("cr.analyst", "AT_ONCE");
        published("En su idioma", "CR");
        assertTrue(received("cr.analyst@demo.invalid").getFirst().contains("Algo le espera")
                || received("cr.analyst@demo.invalid").getFirst().contains("Algo lo espera"));
        Api.as("cr.analyst")
                .get(PREFERENCES)
                .then()
                .body("language", equalTo("ES"))
                .body("mailAddress", notNullValue());
        Api.wrongly("cr.analyst")
                .header("If-Match", Api.as("cr.analyst").get(PREFERENCES).header("ETag"))
                .contentType("application/json")
                .body("{\"zone\":\"Mars/Olympus\"}")
                .put(PREFERENCES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/zone"));
        Api.as("cr.analyst")
                .contentType("application/json")
                .body("{}")
                .put(PREFERENCES)
                .then()
                .statusCode(428);
        Api.as("cr.auditor").get(PREFERENCES).then().statusCode(403);
    }

    @Test
    void R393_an_account_without_an_address_is_told_so() {
        Api.as("nl-system")
                .contentType("application/json")
                .body("{\"name\":\"All\",\"channels\":[\"MAIL\"],\"frequency\":\"AT_ONCE\"}")
                .post(RULES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/channels"));
    }
}
