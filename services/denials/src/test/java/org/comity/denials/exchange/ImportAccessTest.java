package org.comity.denials.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of imports whose rights end while they are at work. All companies are invented. */
@QuarkusTest
class ImportAccessTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void giveBack() {
        ComityServers.servers().accessSql("delete from access_ended");
    }

    private static String subject(String person, String claim) {
        String claims =
                new String(Base64.getUrlDecoder().decode(Tokens.of(person).split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getString(claim);
    }

    private static String ended(String what) {
        return switch (what) {
            case "state" -> "state:DK";
            case "person" -> "person:" + subject("dk.approver", "sub");
            case "session" -> "session:" + subject("dk.approver", "sid");
            default -> "role:" + subject("dk.approver", "sub") + ":" + what;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state | Access has ended",
                "person | Access has ended",
                "session | session has ended",
                "licensing-approver | was taken away"
            })
    void R273_a_step_whose_rights_end_while_it_is_at_work_is_undone_and_says_why(String what, String why)
            throws SQLException {
        String id = submitted("DK/" + what);
        whileItWaits(id, ended(what));
        ImportTest.ended("dk.officer", id, ImportStatus.SUBMITTED)
                .then()
                .body("failure.detail", hasItem(containsString(why)));
        assertEquals(0, notified(id));
    }

    @ParameterizedTest
    @CsvSource({"state:NO", "role:0190f6d2-3333-7000-8000-000000000003:licensing-approver"})
    void R273_a_step_goes_on_when_the_access_of_others_ends(String other) throws SQLException {
        String id = submitted("DK/" + other.length());
        whileItWaits(id, other);
        ImportTest.ended("dk.officer", id, ImportStatus.APPROVED);
        assertEquals(1, notified(id));
    }

    private static String submitted(String reference) {
        String id = ImportTest.received(
                "dk.officer", ImportTest.rows(ImportTest.row(reference, "DK", "Korund OOO " + reference)));
        ImportTest.done("dk.officer", id, "apply", ImportStatus.APPLIED);
        ImportTest.done("dk.officer", id, "submit", ImportStatus.SUBMITTED);
        return id;
    }

    /** Ends the access of this subject while the approval of the file waits for a table, then lets it go on. */
    private static void whileItWaits(String id, String subject) throws SQLException {
        try (Connection connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table denial in exclusive mode");
            ImportTest.step("dk.approver", id, "approve").then().statusCode(202);
            Eventually.itIsSo(
                    "the step waits for the table",
                    () -> ImportTest.count("select count(*) from pg_stat_activity"
                                    + " where datname = current_database() and wait_event_type = 'Lock'")
                            > 0);
            ComityServers.servers().accessSql("insert into access_ended values ('" + subject + "', now(), 'test')");
            connection.rollback();
        }
        // the others of the state read how it ended
        Eventually.itIsSo(
                "the step has ended",
                () -> ImportTest.count(
                                "select count(*) from denial_import where id = '" + id + "' and status <> 'APPROVING'")
                        == 1);
        ComityServers.servers().accessSql("delete from access_ended");
    }

    private static long notified(String id) {
        return ImportTest.count("select count(*) from denial where status = 'NOTIFIED' and id in"
                + " (select denial_id from denial_import_record where import_id = '" + id + "')");
    }
}
