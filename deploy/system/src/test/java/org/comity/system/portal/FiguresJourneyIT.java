package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Czechia sees in sum and lets the public know: an officer reads the statistics, chooses columns, takes a tear-line
 * copy and counts a year; an approver approves; the auditor saves who did it; and everybody reads the public table.
 */
@ExtendWith(PortalSystem.class)
class FiguresJourneyIT {

    private static final int LAST_YEAR = LocalDate.now(ZoneOffset.UTC).getYear() - 1;

    @Test
    void a_state_sees_its_sums_and_everybody_the_public_ones(PortalSystem.Running running) throws SQLException {
        try (Visit officer = new Visit(running);
                Visit approver = new Visit(running);
                Visit auditor = new Visit(running);
                Visit anybody = new Visit(running)) {
            officer.go("/statistics").signIn("cz.officer");
            assertTrue(officer.says("Kazakhstan"), officer.text());
            officer.look("statistics");
            officer.type("item", "nonsense").press("Apply filters");
            assertTrue(officer.errors().contains("Enter a control-list entry"), officer.errors());
            officer.look("statistics-fault");
            officer.go("/statistics?by=DESTINATION").look("statistics-destination");

            officer.go("/denials?status=IN_FORCE");
            officer.page().locator("summary").click();
            officer.choice("Marking").check();
            officer.choice("Kind of decision").check();
            officer.look("list-choosing");
            officer.press("Show these columns");
            assertTrue(officer.path().contains("columns=MARKING"), officer.path());
            assertTrue(officer.page().locator("thead").innerText().contains("Marking"));
            officer.look("list-columns");
            officer.openFirst();
            officer.follow("Tear-line copy");
            assertTrue(officer.says("Left out: all parties"), officer.text());
            officer.look("tearline");

            officer.go("/figures").look("figures-none");
            officer.choose("year", String.valueOf(LAST_YEAR)).press("Count and propose");
            assertTrue(officer.says("Another person approves the figures now"), officer.text());
            assertFalse(officer.button("Approve the figures").isVisible());
            officer.look("figures-proposed");

            approver.go("/home").signIn("cz.approver");
            assertTrue(approver.says("Figures waiting for your approval"), approver.text());
            approver.look("home-figures");
            approver.go("/figures").look("figures");
            approver.follow(String.valueOf(LAST_YEAR));
            approver.press("Approve the figures");
            assertTrue(approver.says("The figures do not change any more"), approver.text());
            approver.look("figures-approved");

            auditor.go("/access-log").signIn("cz.auditor");
            assertTrue(auditor.says("Approved figures"), auditor.text());
            assertTrue(auditor.says("Took a tear-line copy"));
            auditor.look("access-words");
            Download log = auditor.page().waitForDownload(() -> auditor.link("Save these requests as CSV")
                    .click());
            assertTrue(log.suggestedFilename().equals("access-log.csv"), log.suggestedFilename());

            auditor.go("/states").look("states");
            assertTrue(auditor.says("Netherlands") && auditor.says("Europe/Amsterdam"), auditor.text());
            auditor.type("worksOn", "nonsense").press("Apply filters");
            assertTrue(auditor.errors().contains("Enter a day like 2026-01-31"), auditor.errors());
            auditor.go("/states?regime=NSG&status=SUBSCRIBED&worksOn=2026-01-31")
                    .look("states-none");
            assertTrue(auditor.says("No state fits these filters."), auditor.text());

            publish(running);
            anybody.go("/");
            anybody.follow("Denials by year, for everybody");
            anybody.look("yearly-tables");
            anybody.follow("Denials decided in 2021");
            assertTrue(anybody.says("Sum of the figures of 4 states"), anybody.text());
            assertTrue(anybody.says("Not shown"));
            anybody.look("yearly-table");
        }
    }

    /** As the timer does, on 1 July, when three states have approved. */
    private static void publish(PortalSystem.Running running) throws SQLException {
        String address = "jdbc:postgresql://127.0.0.1:" + running.comity().port("postgres") + "/denials";
        try (Connection connection = DriverManager.getConnection(
                        address, "denials_timer", running.comity().secret("denials-timer"));
                Statement insert = connection.createStatement()) {
            insert.executeUpdate("insert into yearly_table (year, published_at, states)"
                    + " values (2021, '2022-07-01T00:00:00Z', 4)");
            insert.executeUpdate("insert into yearly_table_cell (year, dimension, key, denials) values"
                    + " (2021, 'ALL', '-', 57), (2021, 'ITEM', '5A001.f.2', 31), (2021, 'ITEM', '4D004', 22),"
                    + " (2021, 'ITEM', '5A004.b', null), (2021, 'ITEM', '-', null), (2021, 'DESTINATION', 'KZ', 40),"
                    + " (2021, 'DESTINATION', 'IQ', 17), (2021, 'GROUND', 'COC_HR', 50), (2021, 'GROUND', 'DIVERSION', 9),"
                    + " (2021, 'MISUSE_TYPE', 'TARGET_JOURNALISTS', 33), (2021, 'DECISION', 'REFUSAL', 57)");
        }
    }
}
