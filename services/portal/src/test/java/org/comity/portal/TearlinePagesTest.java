package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tear-line copy of a denial: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class TearlinePagesTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String API = "/denials/v1/denials/" + ID;
    private static final String PAGE = "/denials/" + ID;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "NOTIFIED",
                 "updatedAt": "2026-03-02T08:00:00Z", "kind": "REFUSAL", "destinationState": "KZ",
                 "validityPolicy": "REVIEW_REQUIRED", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN", "releasability": {"mode": "ALL"}}""".formatted(ID));
        StubDenials.answer("GET", API + "/tearline", 200, """
                {"ref": "DN-NL-2026-7KQ4M2", "originatorState": "NL", "status": "NOTIFIED", "kind": "REFUSAL",
                 "destinationState": "KZ", "items": [{"controlCode": "5A001.f.2", "description": "<b>Catcher</b>"}],
                 "grounds": [{"criterion": "COC_HR", "tearline": "Risk of repression"}], "tlp": "AMBER",
                 "withoutPrejudice": true, "notice": "-"}""");
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    @Test
    void the_tear_line_copy_says_what_it_leaves_out_and_that_the_originator_must_consent() {
        assertTrue(as("de.officer").get(PAGE).body().contains("href=\"" + PAGE + "/tearline\""));
        String reader = as("de.officer").get(PAGE + "/tearline").body();
        String own = as("nl.officer").get(PAGE + "/tearline").body();
        String analyst = as("de.analyst").get(PAGE + "/tearline").body();

        assertTrue(reader.contains("must not leave your state before Netherlands has consented"), reader);
        assertTrue(reader.contains("Left out: all parties"));
        assertTrue(reader.contains("&lt;b&gt;Catcher&lt;/b&gt;"));
        assertTrue(reader.contains("Risk of repression"));
        assertTrue(reader.contains("href=\"" + PAGE + "/onward\""));
        assertTrue(own.contains("Your state is the originator"), own);
        assertFalse(own.contains("/onward"));
        assertFalse(analyst.contains("/onward"));
    }

    @Test
    void the_tear_line_copy_is_saved_as_a_pdf_and_is_no_page_for_who_reads_no_denials() {
        StubDenials.file(API + "/tearline/document", "application/pdf", "%PDF");

        Visitor.Page saved = as("de.officer").get(PAGE + "/tearline/document");

        assertEquals("application/pdf", saved.header("Content-Type").orElseThrow());
        assertTrue(saved.header("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals(404, as("de.auditor").get(PAGE + "/tearline").status());
        assertEquals(404, as("de.auditor").get(PAGE + "/tearline/document").status());
    }
}
