package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One consultation from the denial that it cites to its undercut notice, in a browser: Finland asks Korea and Australia, each
 * answers in a thread of its own, Finland grants in spite of what Korea says, and Germany, which may read the denial, is told.
 */
@ExtendWith({PortalSystem.class, OneAfterAnother.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsultationJourneyIT {

    private Visit officer;
    private Visit approver;
    private Visit korean;
    private Visit australian;
    private String consultation;

    @BeforeAll
    void comeIn(PortalSystem.Running running) {
        officer = new Visit(running);
        approver = new Visit(running);
        korean = new Visit(running);
        australian = new Visit(running);
    }

    @AfterAll
    void leave() {
        officer.close();
        approver.close();
        korean.close();
        australian.close();
    }

    @Test
    @Order(1)
    void it_begins_from_a_denial_with_what_was_denied() {
        officer.go("/consultations?view=sent").signIn("fi.officer");
        assertTrue(officer.says("Your state asks nobody at present"), officer.text());
        officer.look("consultations-none");
        officer.go("/denials?status=IN_FORCE&originator=KR");
        officer.openFirst();
        officer.follow("Consult its originator");
        assertTrue(officer.says("South Korea"), officer.text());
        assertTrue(officer.says("Silence counts as “not identical”"));
        officer.look("consultation-new");
        officer.press("Save and continue");
        assertTrue(officer.path().endsWith("/draft"), officer.path());
        consultation = officer.path().replace("/draft", "");
        officer.look("consultation-tasks");
        assertTrue(officer.says("Denials cited to South Korea"));
    }

    @Test
    @Order(2)
    void each_state_is_asked_about_its_own_denials_and_all_is_checked() {
        officer.go(consultation + "/draft/question").look("consultation-question");
        officer.press("Save and continue");
        officer.go(consultation + "/draft/parties").look("consultation-parties");
        officer.go(consultation + "/draft/transaction").type("candidateTransaction/statedEndUse", "Search and rescue");
        officer.press("Save and continue");
        officer.look("consultation-states");
        officer.choice("Australia").check();
        officer.press("Save and continue");
        assertEquals("Denials cited to Australia", officer.heading());
        officer.press("Save and continue");
        assertEquals("Denials cited to South Korea", officer.heading());
        assertTrue(officer.page().locator("#theirs").first().isChecked(), "the denial that it began with");
        officer.press("Save and continue");
        officer.press("Submit for approval");
        assertTrue(officer.errors().contains("Denials cited to Australia"), officer.errors());
        officer.look("consultation-check-fault");
        officer.page().locator(".govuk-error-summary a").first().click();
        officer.page().locator("#theirs").first().check();
        officer.look("consultation-cite");
        officer.press("Save and continue");
        officer.go(consultation + "/draft/check").press("Submit for approval");
        assertTrue(officer.says("Submitted."), officer.text());
        assertTrue(officer.says("Awaiting approval"));
    }

    @Test
    @Order(3)
    void another_person_sends_it() {
        approver.go("/home").signIn("fi.approver");
        assertTrue(approver.says("Waits for an approver of your state"), approver.text());
        approver.go(consultation);
        approver.follow("Review and approve");
        approver.look("consultation-approve");
        approver.press("Approve and send");
        assertTrue(approver.says("Each state that you chose has been asked"), approver.text());
    }

    @Test
    @Order(4)
    void the_asked_state_finds_it_by_its_deadline_and_knows_of_no_other() {
        korean.go("/home").signIn("kr.officer");
        assertTrue(korean.says("Consultations to answer"));
        assertTrue(korean.says("working days left"), korean.text());
        korean.look("home-consulted");
        korean.go("/consultations").look("consultations-answer");
        korean.openFirst();
        assertTrue(korean.path().startsWith(consultation), korean.path());
        assertTrue(korean.says("A consultation never blocks a decision"));
        assertTrue(korean.says("working days left on your calendar"), korean.text());
        assertTrue(korean.says("(Korean"), "the zone is named: " + korean.text());
        assertFalse(korean.page().content().contains("Australia"));
        assertFalse(korean.page().content().contains("fi.officer"));
        korean.look("thread-asked");
        korean.go("/denials?originator=KR");
        korean.openFirst();
        assertTrue(korean.says("Consultations that cite it"), korean.text());
        assertTrue(korean.says("Finland asks"), korean.text());
        korean.look("denial-cited");
        korean.go(consultation);
    }

    @Test
    @Order(5)
    void it_asks_for_more_and_for_more_time_and_keeps_a_note_for_itself() {
        korean.follow("Ask for more information");
        korean.look("thread-ask");
        korean.press("Send the question");
        assertFalse(korean.errors().isBlank());
        korean.type("text", "Which frequency bands?").press("Send the question");
        assertTrue(korean.says("The clock runs on"), korean.text());
        korean.follow("Propose an extension");
        korean.type("workingDays", "5").look("thread-extend");
        korean.press("Send the proposal");
        assertTrue(korean.says("Your state proposed 5 working days more"), korean.text());
        korean.type("text", "Ask the ministry first").press("Add the note");
        assertTrue(korean.says("Only people of your state’s licensing desk see this"));
        assertTrue(korean.says("Ask the ministry first"));
    }

    @Test
    @Order(6)
    void the_asking_state_gives_more_agrees_and_sees_both_threads() {
        officer.go("/home");
        assertTrue(officer.says("More is asked of your state"), officer.text());
        officer.go(consultation);
        assertTrue(officer.says("South Korea") && officer.says("Australia"));
        assertFalse(officer.says("Ask the ministry first"));
        officer.follow("Give what was asked for");
        assertTrue(officer.says("Which frequency bands?"));
        officer.look("thread-answer");
        officer.type("text", "2G and 3G.").press("Send it");
        officer.follow("Answer the proposed extension");
        officer.look("thread-word");
        officer.press("Agree");
        assertTrue(officer.says("Agreed. The deadline has moved."), officer.text());
        assertTrue(officer.says("on its calendar"));
        officer.look("thread-requesting");
    }

    @Test
    @Order(7)
    void each_answers_once_in_its_own_thread() {
        korean.go(consultation);
        korean.follow("Reply");
        korean.press("Send the reply");
        assertFalse(korean.errors().isBlank());
        korean.look("thread-reply-fault");
        korean.choice("Essentially identical").check();
        korean.type("text", "The same end-user.").press("Send the reply");
        assertTrue(korean.says("South Korea replied: Essentially identical"), korean.text());
        assertTrue(korean.says("Decision pending"));

        australian.go(consultation).signIn("au.officer");
        assertFalse(australian.page().content().contains("Korea"));
        assertTrue(australian.says("Answer awaited"));
        australian.go(consultation + "/threads/KR/reply");
        assertEquals("Page not found", australian.heading());
    }

    @Test
    @Order(8)
    void two_who_change_one_note_see_both_texts(PortalSystem.Running running) {
        korean.go(consultation);
        try (Visit colleague = new Visit(running)) {
            colleague.go(consultation).signIn("kr.approver");
            change(colleague);
            change(korean);
            colleague.type("text", "The ministry agrees").press("Save the note");
            assertTrue(colleague.says("The note is saved."), colleague.text());
        }
        korean.type("text", "Call them on Monday").press("Save the note");
        assertTrue(korean.says("A colleague changed this note in the meantime"), korean.text());
        assertTrue(korean.says("The ministry agrees"));
        assertEquals("Call them on Monday", korean.page().locator("#text").inputValue());
        korean.look("note-conflict");
        korean.type("text", "The ministry agrees. Call them on Monday").press("Save the note");
        assertTrue(korean.says("The ministry agrees. Call them on Monday"));
    }

    @Test
    @Order(9)
    void it_grants_without_waiting_and_another_person_sends_the_undercut_notice() {
        officer.go(consultation);
        assertTrue(officer.says("Not yet answered: Australia. A decision need not wait."), officer.text());
        officer.follow("Record the decision");
        officer.choice("The licence is granted").check();
        officer.press("Record it");
        assertFalse(officer.errors().isBlank(), "a grant is explained");
        officer.look("consultation-decide-fault");
        officer.type("explanation", "For search and rescue alone.").press("Record it");
        assertTrue(officer.says("Licence granted"), officer.text());
        assertTrue(officer.says("at the latest"), officer.text());

        approver.go("/home");
        assertTrue(approver.says("Notices to send to other states"), approver.text());
        approver.go(consultation);
        approver.follow("Send an undercut notice");
        approver.look("consultation-undercut");
        approver.type("reasons", "The parameters differ.").press("Send the notice");
        assertTrue(approver.says("The notice is sent"), approver.text());
        approver.follow("Close it");
        approver.press("Close it");
        assertTrue(approver.says("Closed and filed away"), approver.text());
        approver.look("consultation-closed");
        approver.go("/consultations?view=closed").look("consultations-closed");
    }

    @Test
    @Order(10)
    void who_may_read_the_denial_is_told_and_the_others_are_not(PortalSystem.Running running) {
        try (Visit reader = new Visit(running)) {
            reader.go("/consultations?view=notices").signIn("de.officer");
            reader.openFirst();
            assertTrue(reader.says("Finland granted a licence in spite of a denial"), reader.text());
            assertTrue(reader.says("The parameters differ."));
            assertFalse(reader.says("Which frequency bands?"));
            assertFalse(reader.says("For search and rescue alone."));
            reader.look("undercut-notice");
            reader.go("/consultations");
            assertFalse(reader.page().content().contains(consultation));
        }
        try (Visit analyst = new Visit(running)) {
            assertEquals(
                    "Page not found",
                    analyst.go(consultation).signIn("kr.analyst").heading());
        }
    }

    private static void change(Visit visit) {
        visit.follow(visit.page().locator("#notes .comity-list__row a").first());
    }
}
