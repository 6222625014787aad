package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One denial from the first word to its reader, in a browser: an officer of the Netherlands posts it, an approver of the
 * Netherlands approves it for Germany and Kosovo, an officer of Germany reads it, and for Japan it does not exist.
 */
@ExtendWith({PortalSystem.class, OneAfterAnother.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalJourneyIT {

    private final LocalDate decided = LocalDate.now(ZoneOffset.UTC).minusDays(9);

    private Visit officer;
    private Visit approver;
    private Visit german;
    private Visit japanese;
    private String denial;

    @BeforeAll
    void comeIn(PortalSystem.Running running) {
        officer = new Visit(running);
        approver = new Visit(running);
        german = new Visit(running);
        japanese = new Visit(running);
    }

    @AfterAll
    void leave() {
        officer.close();
        approver.close();
        german.close();
        japanese.close();
    }

    @Test
    @Order(1)
    void an_officer_signs_in_from_the_landing_page_and_finds_their_work() {
        officer.go("/").look("landing");
        officer.follow("Sign in");
        officer.signIn("nl.officer");

        assertEquals("/home", officer.path());
        assertEquals("My work", officer.heading());
        assertTrue(
                officer.page().title().contains("Netherlands"), officer.page().title());
        assertTrue(officer.says("Latest from other states"));
        officer.look("home-officer");
    }

    @Test
    @Order(2)
    void a_decision_is_the_first_step_and_its_faults_are_said_where_they_were_typed() {
        officer.go("/denials/new").look("tasks-new");
        officer.follow("The decision");
        officer.look("decision");
        officer.choice("Refusal of a licence").check();
        officer.choice("The item is on the control list").check();
        officer.choose("destinationState", "KZ")
                .typeDay("decisionDate", decided)
                .type("decisionDate-month", "13");
        officer.press("Save and continue");

        assertTrue(officer.errors().contains("Enter a real date"), officer.errors());
        assertTrue(officer.page().title().startsWith("Error: "), officer.page().title());
        assertTrue(officer.choice("Refusal of a licence").isChecked());
        officer.look("decision-fault");
        officer.page().locator(".govuk-error-summary a").click();
        assertEquals("decisionDate-day", officer.page().evaluate("document.activeElement.id"));

        officer.typeDay("decisionDate", LocalDate.now(ZoneOffset.UTC).plusDays(9))
                .press("Save and continue");
        assertTrue(officer.errors().contains("Date of decision: "), "the service refuses a decision in the future");
        assertTrue(officer.page().locator("#decisionDate-error").isVisible(), "and that is said at the date, too");

        officer.typeDay("decisionDate", decided).press("Save and continue");
        assertTrue(officer.path().endsWith("/draft/items/new"), officer.path());
        denial = officer.path().replace("/draft/items/new", "");
    }

    @Test
    @Order(3)
    void what_the_service_finds_wrong_is_said_at_the_field_and_all_that_was_typed_is_kept() {
        officer.look("item");
        officer.type("description", "Portable collector of mobile subscriber identities")
                .type("controlCode", "not an entry")
                .type("quantity", "3")
                .type("keyParameters/0/name", "Bands")
                .press("Save and continue");
        assertTrue(officer.errors().contains("Value: This is missing."), officer.errors());
        officer.type("keyParameters/0/value", "4").press("Save and continue");

        assertTrue(officer.errors().contains("Control-list entry: This is not"), officer.errors());
        assertEquals(
                "controlCode",
                officer.page()
                        .locator(".govuk-error-summary a")
                        .first()
                        .getAttribute("href")
                        .substring(1));
        assertEquals("not an entry", officer.page().locator("#controlCode").inputValue());
        assertEquals(
                "Bands", officer.page().locator("[id='keyParameters/0/name']").inputValue());
        officer.look("item-fault");

        officer.type("controlCode", "5a001.F.2").press("Save and continue");
        assertTrue(officer.says("5A001.f.2"));
        officer.look("items");
    }

    @Test
    @Order(4)
    void several_parties_are_added_changed_and_removed() {
        officer.follow("Continue");
        officer.look("party");
        party("Orsel Grid Systems LLC", "End-user");
        officer.follow("Add another party");
        party("Tavelin Freight", "Agent");
        officer.look("parties");
        assertTrue(officer.says("Tavelin Freight"));

        officer.follow("Remove (Tavelin Freight)");
        officer.look("remove");
        officer.press("Remove it");
        assertFalse(officer.says("Tavelin Freight"));

        officer.follow("Change (Orsel Grid Systems LLC)");
        officer.type("nativeScriptName", "ТОО «Орсель Грид Системс»")
                .type("aliases", "OGS\nOrsel Grid")
                .press("Save and continue");
        assertTrue(officer.says("ТОО «Орсель Грид Системс»"));
    }

    private void party(String name, String role) {
        officer.choice(role).check();
        officer.type("name", name).choose("country", "KZ").choose("entityType", "PRIVATE");
        officer.press("Save and continue");
    }

    @Test
    @Order(5)
    void reasons_and_a_release_are_given() {
        officer.follow("Continue");
        officer.look("end-use");
        officer.type("statedEndUse", "Search and rescue in the mountains").press("Save and continue");
        officer.look("reason");
        officer.choice("Human rights, as in the Code of Conduct").check();
        officer.choice("Targeting journalists").check();
        officer.choice("Privacy").check();
        officer.type("narrative", "Two earlier deliveries were used against editors.")
                .press("Save and continue");
        officer.look("reasons");
        officer.follow("Continue");
        officer.look("release");
        officer.choice("Only states that you choose").check();
        officer.choice("Germany").check();
        officer.look("release-list");
        officer.press("Save and go to the list of steps");
        assertTrue(officer.says("Completed"));
        officer.look("tasks");
    }

    @Test
    @Order(6)
    void what_the_state_keeps_to_itself_is_optional() {
        officer.follow("For our own state only");
        officer.type("nationalRef", "NL/JOURNEY/" + UUID.randomUUID())
                .type("nationalAnnex/exporter", "Invented Exports BV")
                .look("annex");
        officer.press("Save and continue");

        officer.follow("For our own state only");
        assertEquals(
                "Invented Exports BV",
                officer.page().locator("[id='nationalAnnex/exporter']").inputValue());
    }

    @Test
    @Order(7)
    void a_colleague_s_change_in_the_meantime_is_said_and_nothing_is_overwritten_unawares() {
        approver.go(denial + "/draft/end-use").signIn("nl.approver");
        officer.go(denial + "/draft/end-use").type("assessedEndUse", "Mine");
        approver.type("assessedEndUse", "Theirs").press("Save and continue");

        officer.press("Save and continue");

        assertTrue(officer.says("Somebody else changed this in the meantime"));
        assertEquals("Mine", officer.page().locator("#assessedEndUse").inputValue());
        assertEquals(0, officer.page().locator(".govuk-error-summary").count(), "nothing that was typed is wrong");
        officer.look("overtaken");
        assertTrue(
                officer.page().locator("#assessedEndUse-saved").innerText().contains("Theirs"),
                "what the colleague saved stands beside it");
        officer.type("assessedEndUse", "Identification of people at protests.").press("Save and continue");
    }

    @Test
    @Order(8)
    void the_officer_submits_and_cannot_approve() {
        officer.go(denial + "/draft/check").look("check");
        officer.press("Submit for approval");

        assertTrue(officer.says("Submitted. An approver of your state can now review it."));
        assertTrue(officer.says("Awaiting approval"));
        assertEquals(0, officer.link("Review and approve").count());
        officer.look("submitted");
        officer.go(denial + "/approve");
        assertTrue(officer.says("That step is not possible now"), "led back to the denial");
    }

    @Test
    @Order(9)
    void an_approver_returns_it_with_a_reason_and_the_officer_submits_again() {
        approver.go("/home");
        assertTrue(approver.says("Waiting for your approval"));
        approver.look("home-approver");
        approver.go(denial + "/return").press("Return it");
        assertFalse(approver.errors().isBlank(), "a reason is asked for");
        approver.look("return-fault");
        approver.type("reason", "Say how you know.").press("Return it");
        assertTrue(approver.says("Returned to the drafter."));

        officer.go(denial + "/draft");
        assertTrue(officer.says("Say how you know."));
        officer.look("tasks-returned");
        officer.go(denial + "/draft/check").press("Submit for approval");
        assertTrue(officer.says("Submitted."));
    }

    @Test
    @Order(10)
    void for_germany_it_does_not_exist_before_it_is_approved() {
        german.go(denial).signIn("de.officer");

        assertEquals("Page not found", german.heading());
        german.look("not-found");
    }

    @Test
    @Order(11)
    void an_approver_sees_who_submitted_chooses_the_release_and_notifies() {
        approver.go(denial).look("one-approver");
        approver.follow("Review and approve");
        assertTrue(approver.says("Submitted by"));
        assertTrue(approver.choice("Germany").isChecked(), "as the officer proposed");
        approver.look("approve");
        approver.choice("Germany").uncheck();
        approver.press("Approve and notify");
        assertFalse(approver.errors().isBlank(), "a list without a state is refused");
        approver.look("approve-fault");

        approver.choice("Germany").check();
        approver.choice("Kosovo").check();
        approver.press("Approve and notify");

        assertTrue(approver.says("Approved and notified."));
        assertTrue(approver.says("Kosovo"));
        approver.look("approved");
    }

    @Test
    @Order(12)
    void germany_reads_it_without_who_else_does_or_what_is_the_netherlands_own() {
        german.go("/denials?originator=NL&item=5A001");
        german.look("list-filtered");
        german.openFirst();
        german.go(denial);

        assertTrue(german.says("ТОО «Орсель Грид Системс»"));
        assertTrue(german.says("Targeting journalists"));
        assertTrue(german.says("a denial creates no duty to deny"));
        assertTrue(german.says("States on a list"));
        assertFalse(german.says("Kosovo"));
        assertFalse(german.says("Invented Exports"));
        assertFalse(german.says("NL/JOURNEY/"));
        assertFalse(german.says("nl.officer"));
        assertEquals(0, german.button("Amend").count());
        german.look("one-reader");
    }

    @Test
    @Order(13)
    void for_japan_it_looks_like_one_that_never_was() {
        japanese.go(denial).signIn("jp.officer");
        String hidden = japanese.text() + japanese.page().title();
        japanese.go("/denials/00000000-0000-4000-8000-000000000000");

        assertEquals(japanese.text() + japanese.page().title(), hidden);
        japanese.go("/denials?item=5A001&destination=KZ&originator=NL");
        assertFalse(japanese.page().content().contains(denial));
    }

    @Test
    @Order(14)
    void filters_are_chips_to_take_off_and_back_leads_to_the_same_row() {
        german.go("/denials?status=IN_FORCE&destination=KZ");
        assertTrue(german.page().title().contains("filtered"));
        String before = german.path();
        german.openFirst();
        String row = german.path().replaceAll(".*/denials/([^?]*).*", "#d-$1");
        german.follow("Back to denials");
        assertEquals(before + row, german.path());
        german.page().goBack();
        german.page().goBack();
        assertEquals(before + row, german.path(), "the browser's own back, too");

        german.follow("Remove filter Destination");
        assertEquals("/denials?status=IN_FORCE", german.path());
        german.go("/denials?status=REVOKED&item=9A999").look("list-nothing");
        assertTrue(german.says("No denials match"));
    }

    @Test
    @Order(15)
    void a_long_list_has_a_next_page_and_a_previous_one() {
        german.go("/denials").look("list");
        String first = german.page().locator("[data-row]").first().getAttribute("id");
        german.follow("Next page");
        german.look("list-second");
        assertNotEquals(first, german.page().locator("[data-row]").first().getAttribute("id"));

        german.follow("Previous page");
        assertEquals(first, german.page().locator("[data-row]").first().getAttribute("id"));
    }

    @Test
    @Order(16)
    void an_amendment_is_drafted_beside_what_stands_and_shows_what_it_changes() {
        officer.go(denial).press("Amend");
        officer.follow("End-use");
        officer.type("assessedEndUse", "Identification of people at protests, and of their lawyers.")
                .press("Save and continue");
        german.go(denial);
        assertFalse(german.says("lawyers"), "what stands, stands");

        officer.go(denial + "/draft/check");
        assertTrue(officer.page()
                .locator(".govuk-summary-card", new Page.LocatorOptions().setHasText("End-use as assessed"))
                .innerText()
                .contains("Changed"));
        officer.look("amendment-check");
        officer.press("Submit for approval");
        approver.go(denial + "/approve").look("amendment-approve");
        approver.press("Approve and notify");

        german.go(denial);
        assertTrue(german.says("lawyers"));
        assertTrue(german.says("Amended"));
    }

    @Test
    @Order(17)
    void an_officer_narrows_a_release_and_cannot_widen_it() {
        officer.go(denial + "/release").look("change-release");
        officer.choice("Japan").check();
        officer.press("Change");
        assertTrue(officer.errors().contains("approver"), officer.errors());

        officer.choice("Japan").uncheck();
        officer.choice("Germany").uncheck();
        officer.press("Change");
        assertTrue(officer.says("Who may see it has changed"));

        german.go(denial);
        assertEquals("Page not found", german.heading());
    }

    @Test
    @Order(18)
    void an_analyst_sees_what_is_released_for_analysis_and_posts_nothing(PortalSystem.Running running) {
        try (Visit analyst = new Visit(running)) {
            analyst.go("/home").signIn("de.analyst").look("home-analyst");
            assertEquals(0, analyst.link("Post a denial").count());
            analyst.go("/denials").look("list-analyst");
            analyst.openFirst();
            assertTrue(analyst.says("Parties, end-use and reasons are for licensing officers"));
            assertFalse(analyst.says("No parties given"));
            analyst.look("one-analyst");
            assertEquals("Page not found", analyst.go("/denials/new").heading());
        }
    }

    @Test
    @Order(19)
    void the_secretariat_finds_nothing_of_denials(PortalSystem.Running running) {
        try (Visit secretariat = new Visit(running)) {
            secretariat.go("/home").signIn("secretariat.staff").look("home-secretariat");
            assertTrue(secretariat.says("There is nothing for your role here yet"));
        }
    }

    @Test
    @Order(21)
    void an_auditor_reads_what_colleagues_did_and_no_denial(PortalSystem.Running running) {
        try (Visit auditor = new Visit(running)) {
            auditor.go("/home").signIn("nl.auditor").look("home-auditor");
            assertEquals(0, auditor.link("Denials").count());
            auditor.follow("Who saw what");
            assertTrue(auditor.says("Approved a denial"));
            assertTrue(auditor.says("nl.approver"));
            assertFalse(auditor.says("de.officer"));
            auditor.look("access-people");
            auditor.type("person", "nl.officer").type("from", "yesterday").press("Apply filters");
            assertTrue(auditor.errors().contains("Enter a day like 2026-01-31"), auditor.errors());
            auditor.look("access-fault");
            auditor.type("from", "2020-01-01").press("Apply filters");
            assertTrue(auditor.says("nl.officer"));
            assertFalse(auditor.says("nl.approver"));
        }
    }

    @Test
    @Order(22)
    void a_point_of_contact_reads_which_states_opened_the_denial(PortalSystem.Running running) {
        try (Visit contact = new Visit(running)) {
            contact.go("/access-log/states").signIn("nl.poc").look("access-states");
            assertTrue(contact.says("Germany"));
            assertFalse(contact.says("Japan"));
            contact.follow("Denials");
            contact.look("list-contact");
        }
        try (Visit stranger = new Visit(running)) {
            assertEquals(
                    "Page not found",
                    stranger.go("/access-log").signIn("nl.officer").heading());
        }
    }

    @Test
    @Order(20)
    void who_uses_the_keyboard_skips_to_the_content() {
        german.go("/denials");
        german.page().keyboard().press("Tab");
        assertEquals("Skip to main content", german.page().evaluate("document.activeElement.textContent"));
        german.page().keyboard().press("Enter");
        assertEquals("main", german.page().evaluate("document.activeElement.id"));
    }

    /** French is longer than English, so that it shows where a page has no room. */
    @Test
    @Order(23)
    void a_page_is_read_in_french_and_the_choice_is_kept_until_the_next(PortalSystem.Running running) {
        try (Visit reader = new Visit(running)) {
            reader.go("/denials?status=IN_FORCE").signIn("de.officer");
            reader.follow("Français");
            assertEquals("/denials?status=IN_FORCE", reader.path());
            assertTrue(
                    reader.page().title().startsWith("Refus, filtrés"),
                    reader.page().title());
            reader.look("list-french", "fr");
            reader.openFirst();
            reader.look("denial-french", "fr");
            assertEquals(1, reader.link("Retour aux refus").count());

            reader.follow("English");
            assertEquals("en", reader.page().locator("html").getAttribute("lang"));
            reader.go("/denials");
            assertEquals("Denials", reader.heading());
        }
    }
}
