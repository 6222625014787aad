package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Estonia reads a denial of Finland, and asks that Japan may read it too; an approver of Finland grants it. */
@ExtendWith(PortalSystem.class)
class OnwardJourneyIT {

    private static final String THEIRS = "/denials?originator=FI";

    @Test
    void a_reader_asks_and_the_originator_s_approver_grants(PortalSystem.Running running) {
        try (Visit estonian = new Visit(running);
                Visit finnish = new Visit(running)) {
            estonian.go(THEIRS).signIn("ee.officer");
            estonian.openFirst();
            String denial = estonian.path();
            assertTrue(estonian.link("Save as PDF").isVisible());
            estonian.follow("Ask for onward release");
            estonian.look("onward-ask").press("Ask the originator");
            assertTrue(estonian.errors().contains("To be released to: "), estonian.errors());
            estonian.look("onward-ask-fault");
            estonian.choice("Japan").check();
            estonian.type("reason", "They license the same end-user").press("Ask the originator");
            assertTrue(estonian.says("The originator has been asked."), estonian.text());
            estonian.look("onward-asked");

            finnish.go("/onward").signIn("fi.approver");
            finnish.look("onward-list");
            finnish.follow(finnish.page().locator("table a").first());
            assertTrue(finnish.says("They license the same end-user"), finnish.text());
            finnish.look("onward-answer").press("Grant and release");
            assertTrue(finnish.says("The states can read the denial now."), finnish.text());
            estonian.go(estonian.path());
            assertTrue(estonian.says("Granted"), estonian.text());
            try (Visit japanese = new Visit(running)) {
                japanese.go(denial).signIn("jp.officer");
                assertEquals(denial, japanese.path());
                assertTrue(japanese.says("creates no duty to deny"), japanese.text());
            }
        }
    }
}
