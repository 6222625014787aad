package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Norway warns of interception equipment: an analyst writes and attaches a file, an approver clears, Denmark downloads the
 * file, acknowledges, comments and says what it did, and Norway withdraws the alert.
 */
@ExtendWith(PortalSystem.class)
class BulletinJourneyIT {

    private static final String NAME = "Übersicht; (1).pdf";

    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
            4 0 obj<</Author(Invented Person)>>endobj
            trailer<</Root 1 0 R/Info 4 0 R/Size 5>>
            %%EOF
            """;

    private static void choose(Visit visit, String name, String type, String text) {
        visit.page().locator("#file").setInputFiles(new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8)));
        visit.press("Attach this file");
    }

    @Test
    void an_alert_is_written_cleared_answered_and_withdrawn(PortalSystem.Running running) throws IOException {
        try (Visit norwegian = new Visit(running);
                Visit approver = new Visit(running);
                Visit danish = new Visit(running)) {
            norwegian.go("/bulletins").signIn("no.analyst");
            norwegian.look("bulletins-none").follow("Write a bulletin");
            norwegian.look("bulletin-tasks-new");
            norwegian.follow("Class, headline and tear-line");
            norwegian.look("bulletin-what");
            norwegian.choice("Alert").check();
            norwegian.type("headline", "Interception equipment sought by an invented buyer");
            norwegian.type("summary", "An invented buyer asks for IMSI catchers.");
            norwegian.choice("Diversion route").check();
            norwegian.press("Save and continue");
            norwegian.type(
                    "body", "# Orders\n\nThey come in **small lots**.\n\n- one\n- two\n\n<script>alert(1)</script>");
            norwegian.look("bulletin-body").press("Save and continue");
            String draft = norwegian.path().replaceFirst("/items.*$", "");
            norwegian.go(draft + "/source").look("bulletin-source");
            norwegian.choose("sourceReliability", "B").choose("credibility", "2");
            norwegian.choice("Use it in court").check();
            norwegian.press("Save and continue");
            norwegian.go(draft).follow("Attachments");
            norwegian.look("bulletin-attachments");
            choose(norwegian, "photo.png", "image/png", "<!doctype html><script>alert(1)</script>");
            assertTrue(norwegian.says("its name must end in .txt"), norwegian.text());
            norwegian.look("bulletin-attachment-refused");
            choose(norwegian, NAME, "application/pdf", PDF);
            assertTrue(norwegian.says(NAME) && norwegian.says("PDF, 1 KB"), norwegian.text());
            choose(norwegian, "notes.txt", "text/plain", "Not for them");
            norwegian.look("bulletin-attached");
            norwegian.page().locator("a:has-text('Remove')").last().click();
            norwegian.look("bulletin-attachment-remove").press("Remove it");
            assertFalse(norwegian.says("notes.txt"), norwegian.text());
            norwegian.go(draft + "/release").look("bulletin-release");
            norwegian.choice("Only states that you choose").check();
            norwegian.choice("Denmark").check();
            norwegian.page().locator("input[name=tlp][value=AMBER]").check();
            norwegian.press("Save and continue");
            assertTrue(norwegian.says("2: probably true"), norwegian.text());
            assertEquals(1, norwegian.page().locator(".comity-markdown strong").count());
            norwegian.look("bulletin-check").press("Submit");
            assertTrue(norwegian.says("Another person clears it"), norwegian.text());
            norwegian.look("bulletin-submitted");
            String bulletin = norwegian.path().replaceFirst("[?#].*$", "");

            danish.go(bulletin).signIn("dk.analyst");
            assertEquals("Page not found", danish.heading());

            approver.go("/home").signIn("no.approver");
            assertTrue(approver.says("Bulletins waiting for your clearance"), approver.text());
            approver.go(bulletin).follow("Read and clear");
            approver.look("bulletin-approve").press("Clear and publish");
            assertTrue(approver.says("Its readers have it now."), approver.text());
            approver.look("bulletin-own");

            danish.go("/home");
            assertTrue(danish.says("Alerts to acknowledge"), danish.text());
            danish.look("home-alerts");
            danish.go("/bulletins?class=ALERT").look("bulletins");
            danish.follow(danish.page().locator("table a").first());
            assertTrue(danish.says("<script>alert(1)</script>"), "as it was typed, and nothing that runs");
            Download file =
                    danish.page().waitForDownload(() -> danish.link(NAME).click());
            assertEquals(NAME, file.suggestedFilename());
            String downloaded = Files.readString(file.path(), StandardCharsets.ISO_8859_1);
            assertTrue(downloaded.startsWith("%PDF-"), downloaded);
            assertFalse(downloaded.contains("Invented Person") || downloaded.contains("JavaScript"), downloaded);
            danish.look("bulletin-read").press("Acknowledge this alert");
            assertTrue(danish.says("Your state has acknowledged this alert."), danish.text());
            danish.follow("Comment");
            danish.look("bulletin-comment");
            danish.choice("Corroborates it").check();
            danish.type("text", "We saw the same buyer.").press("Comment");
            assertTrue(danish.says("We saw the same buyer."), danish.text());
            danish.follow("Say what you did");
            danish.look("bulletin-sighting");
            danish.type("actionTaken", "A licence was refused.").press("Tell the originator");
            assertTrue(danish.says("A licence was refused."), danish.text());
            danish.go(bulletin + "?language=fr").look("bulletin-read-fr", "fr");
            danish.go("/bulletins?language=es").look("bulletins-es", "es");

            approver.go(bulletin);
            assertTrue(approver.says("Which states opened it"), approver.text());
            assertTrue(approver.says("A licence was refused.") && approver.says("Denmark"), approver.text());
            approver.follow("Withdraw");
            approver.look("bulletin-withdraw");
            approver.type("reason", "The buyer was taken for another.").press("Withdraw");
            assertTrue(approver.says("Withdrawn. Its readers see that."), approver.text());
            danish.go(bulletin + "?language=en");
            assertTrue(danish.says("The buyer was taken for another."), danish.text());
            danish.look("bulletin-withdrawn");
            assertFalse(danish.page().locator("text=Acknowledge this alert").isVisible());
        }
    }
}
