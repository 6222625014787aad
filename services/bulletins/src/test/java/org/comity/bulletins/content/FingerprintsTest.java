package org.comity.bulletins.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.comity.bulletins.stix.ReadReport;
import org.comity.kernel.json.Revised;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static Map<String, String> of(String headline, String summary, String body, String... evidence) {
        return Fingerprints.of(Revised.of(ReadReport.draft(List.of()))
                .with("headline", headline)
                .with("summary", summary)
                .with("body", body)
                .with(
                        "evidence",
                        List.of(evidence).stream()
                                .map(hash -> new Evidence("Invoice", null, hash))
                                .toList())
                .made());
    }

    @Test
    void R358_case_spaces_signs_and_marking_make_no_other_bulletin() {
        assertEquals(
                of("Invented intermediary", "x", "In **small** lots.").keySet(),
                of("INVENTED  intermediary!", "y", "in small\n\nlots").keySet());
        assertNotEquals(
                of("Invented", "x", "In small lots.").keySet(),
                of("Invented", "x", "In large lots.").keySet());
        assertNotEquals(of("ab", "x", "c").keySet(), of("a", "x", "bc").keySet());
    }

    @Test
    void R358_a_bulletin_without_a_text_is_known_by_its_tear_line_and_evidence_by_its_hash() {
        assertEquals(
                List.of("/summary", "/evidence/0/sha256"),
                List.copyOf(of("Invented", "x", null, "0".repeat(64)).values()));
        assertNotEquals(
                of("Invented", "x", null).keySet(), of("Invented", "y", null).keySet());
        assertEquals(Map.of(), of(null, null, null));
    }
}
