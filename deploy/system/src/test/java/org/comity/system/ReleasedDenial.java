package org.comity.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.local.DemoClient;
import org.comity.local.LaunchedComity;

/**
 * A denial that the Netherlands has notified to Germany alone.
 *
 * @param path path of the record
 * @param ref its reference
 */
record ReleasedDenial(String path, String ref) {

    static final String DENIALS = "/denials/v1/denials";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody who calls the denials service. */
    static DemoClient client(LaunchedComity comity) {
        return new DemoClient(comity.url("keycloak"), comity.url("denials"));
    }

    /** Drafts, submits and approves one. */
    static ReleasedDenial toGermany(DemoClient client) {
        String officer = client.token("nl.officer");
        DemoClient.Answer draft = client.post(DENIALS, officer, content(), Map.of());
        String path = DENIALS + "/" + draft.body().get("id").asText();
        DemoClient.Answer submitted = step(client, path + "/submit", officer, draft);
        step(client, path + "/approve", client.token("nl.approver"), submitted);
        return new ReleasedDenial(path, draft.body().get("ref").asText());
    }

    private static DemoClient.Answer step(DemoClient client, String path, String token, DemoClient.Answer before) {
        return client.post(path, token, JSON.createObjectNode(), Map.of("If-Match", before.etag()));
    }

    private static JsonNode content() {
        Map<String, Object> denial = new HashMap<>();
        denial.put("kind", "REFUSAL");
        denial.put("decisionDate", LocalDate.now(ZoneOffset.UTC).minusDays(3).toString());
        denial.put("basis", "LISTED");
        denial.put("destinationState", "KZ");
        denial.put(
                "items",
                List.of(Map.of(
                        "controlCode", "5A001.f.2", "controlList", "EU_ANNEX_I", "description", "Identity collector")));
        denial.put("parties", List.of(Map.of("role", "END_USER", "name", "Lumen Grid Invented Ltd", "country", "KZ")));
        denial.put("reasons", List.of(Map.of("criterion", "COC_HR", "misuseTypes", List.of("TARGET_JOURNALISTS"))));
        denial.put("releasability", Map.of("mode", "LIST", "states", List.of("DE")));
        denial.put("permittedUse", List.of("LICENSING"));
        denial.put("nationalRef", "IT-" + UUID.randomUUID());
        return JSON.valueToTree(denial);
    }
}
