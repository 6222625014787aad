package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way in a browser that runs no JavaScript at all. */
@ExtendWith(PortalSystem.class)
class PortalWithoutScriptIT {

    @Test
    void a_denial_is_posted_approved_and_read_without_javascript(PortalSystem.Running running) {
        String denial;
        try (Visit officer = new Visit(running, false)) {
            officer.go("/denials/new").signIn("dk.officer");
            officer.follow("The decision");
            officer.choice("Suspension of a licence").check();
            officer.choice("Catch-all, human rights").check();
            officer.choose("destinationState", "MX")
                    .typeDay("decisionDate", LocalDate.now(ZoneOffset.UTC).minusDays(3))
                    .typeDay("suspensionEndsOn", LocalDate.now(ZoneOffset.UTC).plusDays(90))
                    .look("no-script-decision")
                    .press("Save and continue");
            officer.type("description", "Analytics platform that profiles authors")
                    .press("Save and continue");
            denial = officer.path().replace("/draft/items", "");
            officer.go(denial + "/draft/parties/new");
            officer.choice("End-user").check();
            officer.type("name", "Mirador Invented S.A.")
                    .choose("country", "MX")
                    .press("Save and continue");
            officer.go(denial + "/draft/end-use")
                    .type("statedEndUse", "Market research")
                    .press("Save and continue");
            officer.choice("Risk of diversion").check();
            officer.press("Save and continue");
            officer.go(denial + "/draft/release");
            officer.choice("Only states that you choose").check();
            officer.choice("Norway").check();
            officer.look("no-script-release").press("Save and continue");
            officer.press("Submit for approval");
            assertTrue(officer.says("Submitted."), officer.text());
        }
        try (Visit approver = new Visit(running, false)) {
            approver.go(denial + "/approve").signIn("dk.approver");
            approver.press("Approve and notify");
            assertTrue(approver.says("Approved and notified."), approver.text());
        }
        try (Visit reader = new Visit(running, false)) {
            reader.go("/denials?originator=DK").signIn("no.officer");
            reader.openFirst();
            assertTrue(reader.says("Mirador Invented S.A."), reader.text());
            reader.look("no-script-one");
            reader.follow("Back to denials");
            assertTrue(reader.path().startsWith("/denials?originator=DK#d-"), reader.path());
            reader.press("Sign out");
            assertEquals("/signed-out", reader.path());
        }
        try (Visit other = new Visit(running, false)) {
            other.go(denial).signIn("nz.officer");
            assertEquals("Page not found", other.heading());
            assertFalse(other.says("Mirador"));
        }
    }
}
