package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a desk does beside posting one denial, in a browser: Finland imports a file of denials, renews one and revokes it,
 * gives its returns; Estonia reads them, and saves its list.
 */
@ExtendWith({PortalSystem.class, OneAfterAnother.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalRecordsIT {

    private static final String HEADINGS = "reference,regime_reg_ref,name,address,notifying_government,country,"
            + "denial_cle,item_description,end_use,reason_for_refusal,entity_type\n";
    private static final int LAST_YEAR = LocalDate.now(ZoneOffset.UTC).getYear() - 1;

    private Visit officer;
    private Visit approver;
    private Visit estonian;
    private String denial;

    @BeforeAll
    void comeIn(PortalSystem.Running running) {
        officer = new Visit(running);
        approver = new Visit(running);
        estonian = new Visit(running);
    }

    @AfterAll
    void leave() {
        officer.close();
        approver.close();
        estonian.close();
    }

    @Test
    @Order(1)
    void a_faulty_file_is_told_cell_by_cell_and_its_settings_are_kept_for_the_mended_one() {
        officer.go("/denials").signIn("fi.officer");
        officer.follow("Imports");
        assertTrue(officer.says("Nobody in your state has imported a file yet"));
        officer.follow("Import a file");
        officer.press("Check the file");
        assertTrue(officer.errors().contains("Choose a file"), officer.errors());
        officer.look("import-new-fault");
        aLongCheckSaysThatItIsAtWork();

        officer.choose("kind", "REFUSAL")
                .typeDay("decisionDate", LocalDate.now(ZoneOffset.UTC).minusDays(9));
        officer.choice("The item is on the control list").check();
        officer.choice("The country of the party").check();
        officer.choice("All subscribing states").check();
        file(row("FI/1", "Finland", "nonsense") + row("FI/2", "Nowhere", "5A001.f.2"));
        officer.press("Check the file");

        assertTrue(officer.says("2 faults"), officer.text());
        assertTrue(officer.says("denial_cle"));
        assertTrue(officer.says("notifying_government"));
        officer.look("import-faulty");
        officer.follow("Send the corrected file");
        assertTrue(officer.choice("The country of the party").isChecked());
        file(row("FI/1", "Finland", "4D004") + row("FI/2", "Finland", "5A001.f.2"));
        officer.press("Check the file");
        assertTrue(officer.says("2 denials in 2 rows"), officer.text());
        officer.look("import-checked");
    }

    @Test
    @Order(2)
    void the_file_becomes_drafts_that_are_submitted_and_approved_together() {
        officer.press("Make drafts of it");
        stands(officer, "Drafts made");
        officer.press("Submit all for approval");
        stands(officer, "Awaiting approval");
        assertTrue(officer.says("They wait for an approver of your state."));

        approver.go("/home").signIn("fi.approver");
        assertTrue(approver.says("Imported files in progress"));
        approver.look("home-approver-files");
        approver.follow("denials.csv");
        approver.look("import-submitted");
        String file = approver.path();
        approver.follow("Send back to the officer");
        approver.look("import-send-back");
        approver.type("reason", "Say it once more.").press("Send all of it back");
        stands(approver, "Drafts made");
        officer.go(file);
        assertTrue(officer.says("Say it once more."), officer.text());
        officer.press("Submit all for approval");
        stands(officer, "Awaiting approval");
        approver.go(file).press("Approve and notify all");
        stands(approver, "Notified");
        approver.follow("FI/2");
        denial = approver.path();
        assertTrue(approver.says("No other state has opened it yet."));
    }

    @Test
    @Order(3)
    void another_state_reads_it_and_its_originator_is_told_so() throws IOException {
        estonian.go(denial).signIn("ee.officer");
        assertTrue(estonian.says("Korund Invented Oy"));
        assertFalse(estonian.says("Opened by"));
        estonian.go("/denials?originator=FI").look("list-export");
        Download saved =
                estonian.page().waitForDownload(() -> estonian.link("CSV").click());
        String csv = Files.readString(saved.path(), StandardCharsets.UTF_8);
        assertTrue(csv.contains("Korund Invented Oy") && !csv.contains("FI/1"), csv);

        officer.go(denial);
        assertTrue(officer.says("Opened by"));
        assertTrue(officer.says("Estonia"), officer.text());
    }

    @Test
    @Order(4)
    void it_is_renewed_by_two_persons_and_what_changed_is_told() {
        officer.follow("Propose to renew it");
        officer.look("renew");
        officer.type("renewalGrounds", "The end-user asks again and again.").press("Propose the renewal");
        assertTrue(officer.says("It is proposed to renew this denial."));
        officer.look("denial-proposed");

        approver.go("/home");
        assertTrue(approver.says("Renewal proposed by"), approver.text());
        approver.go(denial);
        approver.follow("Review the proposal");
        approver.look("proposal");
        approver.press("Approve the renewal");
        assertTrue(approver.says("Renewed. It stays in force for another term."));

        officer.go(denial).follow("What changed");
        officer.look("versions");
        officer.follow("What changed in version 2");
        assertTrue(officer.says("The end-user asks again and again."), officer.text());
        officer.go(officer.path() + "?since=0").look("changes");
    }

    @Test
    @Order(5)
    void it_is_revoked_with_a_reason_that_its_readers_see() {
        officer.go(denial + "/revoke").press("Propose the revocation");
        assertFalse(officer.errors().isBlank(), "a reason is asked for");
        officer.look("revoke-fault");
        officer.type("reason", "The licence was granted on appeal.").press("Propose the revocation");
        approver.go(denial + "/return").type("reason", "Say which court.").press("Return it");
        officer.go(denial);
        assertTrue(officer.says("Say which court."));
        officer.follow("Propose to revoke it");
        assertEquals(
                "The licence was granted on appeal.",
                officer.page().locator("#reason").inputValue());
        officer.press("Propose the revocation");
        approver.go(denial + "/proposal").press("Approve the revocation");

        estonian.go(denial);
        assertTrue(estonian.says("Its originator revoked it."));
        assertTrue(estonian.says("The licence was granted on appeal."));
        estonian.look("denial-revoked");
    }

    @Test
    @Order(6)
    void returns_are_given_approved_and_read() {
        officer.go("/denials").follow("Half-yearly returns");
        officer.go("/returns?year=" + LAST_YEAR).look("returns");
        officer.go("/returns/" + LAST_YEAR + "-H1/nil").look("return-nil");
        officer.choice("All subscribing states").check();
        officer.press("Submit the nil return");
        assertTrue(officer.says("An approver of your state can now review it."), officer.text());
        assertTrue(officer.says("Nothing was denied in this half-year."), officer.text());
        approver.go(officer.path().replaceAll("\\?.*", "")).press("Approve and release");
        assertTrue(approver.says("Released."), approver.text());

        officer.go("/returns/" + LAST_YEAR + "-H2/aggregate").type("lines/1/controlCode", "nonsense");
        officer.choice("All subscribing states").check();
        officer.press("Submit for approval");
        assertTrue(officer.errors().contains("Line 1, Control-list entry"), officer.errors());
        officer.look("return-fault");
        officer.choose("lines/0/destinationState", "KZ")
                .type("lines/0/controlCode", "5A001.f.2")
                .type("lines/0/description", "Portable collectors of mobile subscriber identities")
                .type("lines/0/licencesDenied", "3")
                .choose("lines/0/reason", "COC_HR")
                .press("Submit for approval");
        assertTrue(officer.says("An approver of your state can now review it."), officer.text());
        String aggregate = officer.path().replaceAll("\\?.*", "");

        approver.go(aggregate).look("return-approver");
        approver.press("Approve and release");
        assertTrue(approver.says("Released."), approver.text());
        estonian.go("/returns?year=" + LAST_YEAR);
        assertTrue(estonian.says("1 line"), estonian.text());
        estonian.go(aggregate).look("return-reader");
    }

    @Test
    @Order(7)
    void what_nobody_was_told_of_is_thrown_away() {
        officer.go("/imports/new")
                .choose("kind", "REFUSAL")
                .typeDay("decisionDate", LocalDate.now(ZoneOffset.UTC).minusDays(9));
        officer.choice("The item is on the control list").check();
        officer.choice("The country of the party").check();
        officer.choice("All subscribing states").check();
        file(row("FI/3", "Finland", "4D004"));
        officer.press("Check the file");
        officer.press("Make drafts of it");
        stands(officer, "Drafts made");
        officer.follow("Throw the drafts away");
        officer.look("discard-file");
        officer.press("Throw the drafts away");
        stands(officer, "Thrown away");
        officer.look("import-discarded");

        officer.go("/denials/new/decision").choice("Refusal of a licence").check();
        officer.press("Save and continue");
        officer.go(officer.path().replaceAll("/items.*", ""));
        officer.follow("Throw this draft away");
        officer.look("discard-draft");
        officer.press("Throw the draft away");
        assertTrue(officer.says("The draft is thrown away"), officer.text());
        officer.look("discard-gone");
    }

    /** As if the answer never came: the form is sent once, and says that it is. */
    private void aLongCheckSaysThatItIsAtWork() {
        Page page = officer.page();
        page.evaluate("window.sent = 0; document.querySelector('[data-working]').addEventListener('submit', event => {"
                + " window.sent += event.defaultPrevented ? 0 : 1; event.preventDefault(); })");
        officer.button("Check the file").click();
        page.evaluate("document.querySelector('[data-working]').requestSubmit()");
        assertEquals(1, page.evaluate("window.sent"));
        assertTrue(page.locator("[data-working] [role=status]").innerText().contains("is being checked"));
        assertEquals(
                "true",
                page.getByText("Checking the file", new Page.GetByTextOptions().setExact(false))
                        .first()
                        .getAttribute("aria-disabled"));
        officer.look("import-at-work");
        officer.go("/imports/new");
    }

    private static String row(String reference, String government, String entry) {
        return reference + ",,Korund Invented Oy,1 Example Road," + government + ",KZ," + entry
                + ",Portable IMSI catcher,Border management,Risk of use against journalists,end_user\n";
    }

    private void file(String rows) {
        officer.page()
                .locator("#file")
                .setInputFiles(
                        new FilePayload("denials.csv", "text/csv", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8)));
    }

    /** Waits until the page, which reloads itself, shows this status. */
    private static void stands(Visit visit, String status) {
        // the whole word: "Being thrown away" is not "Thrown away"
        visit.page()
                .locator(
                        ".comity-head .govuk-tag",
                        new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + status + "\\s*$")))
                .waitFor();
    }
}
