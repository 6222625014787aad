package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Norway asks Denmark and Japan for information: an analyst writes, an approver asks, Denmark answers without learning that
 * Japan is asked, and Norway withdraws what Japan has not answered. Then Norway proposes a notice that Denmark signs.
 */
@ExtendWith(PortalSystem.class)
class RequestJourneyIT {

    @Test
    void a_request_is_asked_answered_and_withdrawn(PortalSystem.Running running) {
        try (Visit norwegian = new Visit(running);
                Visit approver = new Visit(running);
                Visit danish = new Visit(running)) {
            norwegian.go("/bulletins").signIn("no.analyst");
            norwegian.follow("Requests for information");
            norwegian.look("requests-none").follow("Ask states for information");
            norwegian.look("request-tasks-new").follow("What you ask");
            norwegian.type("subject", "Who ordered from an invented buyer?");
            norwegian.type("text", "Has anybody applied for a licence to it?").press("Save and continue");
            norwegian.look("request-whom");
            norwegian.choice("Denmark").check();
            norwegian.choice("Japan").check();
            norwegian.type("dueInWorkingDays", "5").press("Save and continue");
            norwegian.look("request-check").press("Submit it");
            assertTrue(norwegian.says("Another person approves it"), norwegian.text());
            String request = norwegian.path().replaceFirst("[?#].*$", "");

            danish.go(request).signIn("dk.analyst");
            assertEquals("Page not found", danish.heading());

            approver.go("/home").signIn("no.approver");
            assertTrue(approver.says("Requests for information waiting for your approval"), approver.text());
            approver.go(request).look("request-waits").press("Approve and ask");
            assertTrue(approver.says("The states are asked now."), approver.text());

            danish.go("/home");
            assertTrue(danish.says("Requests for information to answer"), danish.text());
            danish.go(request).look("request-asked").follow("Answer it");
            danish.look("request-answer");
            danish.type("text", "We refused one in March.").press("Send the answer");
            assertTrue(danish.says("We refused one in March."), danish.text());
            assertFalse(danish.says("Japan"), danish.text());
            danish.go(request + "?language=fr").look("request-asked-fr", "fr");
            danish.go("/requests?language=es").look("requests-es", "es");

            norwegian.go(request);
            assertTrue(
                    norwegian.says("We refused one in March.") && norwegian.says("Not answered yet"), norwegian.text());
            norwegian.look("request-own").follow("Withdraw");
            norwegian.look("request-withdraw");
            norwegian.type("reason", "It is solved.").press("Withdraw");
            assertTrue(norwegian.says("The states that were asked see that."), norwegian.text());
            danish.go(request + "?language=en");
            assertTrue(danish.says("It is solved."), danish.text());
        }
    }

    @Test
    void a_notice_is_proposed_signed_and_published(PortalSystem.Running running) {
        try (Visit norwegian = new Visit(running);
                Visit approver = new Visit(running);
                Visit danish = new Visit(running)) {
            norwegian.go("/bulletins/new/what").signIn("no.analyst");
            norwegian.choice("Policy").check();
            norwegian.type("headline", "Invented end-users look at interception equipment");
            norwegian.type("summary", "Two states see the same.");
            norwegian.choice("Export policy").check();
            norwegian.press("Save and continue");
            String draft = norwegian.path().replaceFirst("/draft.*$", "/draft");
            norwegian.go(draft + "/release");
            norwegian.choice("All subscribing states").check();
            norwegian.page().locator("input[name=tlp][value=AMBER]").check();
            norwegian
                    .page()
                    .locator(
                            "summary",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHasText("Publish it together with other states"))
                    .click();
            norwegian.page().locator("input[name=signatories][value=DK]").check();
            norwegian.look("notice-release").press("Save and continue");
            norwegian.press("Submit");
            String bulletin = norwegian.path().replaceFirst("[?#].*$", "");

            approver.go(bulletin).signIn("no.approver");
            approver.follow("Read and clear").press("Clear and publish");
            assertTrue(approver.says("It waits for the signatures"), approver.text());
            approver.look("notice-proposed");

            danish.go(bulletin).signIn("dk.approver");
            danish.look("notice-to-sign").press("Sign for your state");
            assertTrue(danish.says("Your state has signed."), danish.text());

            approver.go(bulletin).press("Publish for all who signed");
            assertTrue(approver.says("Published in the name of all who signed."), approver.text());
            approver.look("notice-published");
        }
    }
}
