package org.comity.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.backing.ComityService;
import org.comity.backing.Waiting;

/**
 * Posts the invented denials of {@code demo-denials.json} through the denials' own API, as the demo people would: an
 * officer drafts and submits, an approver of the same state approves. What is sent twice, because a start was broken
 * off, is recognised by its idempotency key.
 */
final class DemoDenials {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STATES_LEARNED = Duration.ofSeconds(60);

    private final DemoClient client;
    private final LocalDate today;
    private final Map<String, String> tokens = new HashMap<>();

    private DemoDenials(DemoClient client, LocalDate today) {
        this.client = client;
        this.today = today;
    }

    /**
     * Loads them unless that was done before. A refusal is told and does not keep Comity from starting.
     *
     * @param done file that is there once everything has been loaded
     */
    static void load(Path done, Addresses addresses, Console console, Clock clock) {
        if (Files.exists(done)) {
            return;
        }
        try (DemoClient client = new DemoClient(addresses.url("keycloak"), addresses.url(ComityService.DENIALS))) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            int count = new DemoDenials(client, today).loadAll();
            Files.writeString(done, count + " invented denials\n");
            console.step(count + " invented denials are loaded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LaunchException e) {
            console.step("The invented denials could not be loaded; the next start tries again. " + e.getMessage());
        }
    }

    private int loadAll() throws IOException {
        JsonNode all;
        try (InputStream in = DemoDenials.class.getResourceAsStream("/demo-denials.json")) {
            all = JSON.readTree(in).get("denials");
        }
        loadPatiently(all.get(0));
        for (JsonNode each : all) {
            load(each);
        }
        return all.size();
    }

    /**
     * The first one is released to every other state by name, which the denials refuse until they have learned from the
     * registry, through Kafka, who subscribes. What is released to all before that would reach nobody.
     */
    private void loadPatiently(JsonNode first) {
        if (!Waiting.until(STATES_LEARNED, () -> isAccepted(first))) {
            load(first);
        }
    }

    private boolean isAccepted(JsonNode first) {
        try {
            load(first);
            return true;
        } catch (LaunchException e) {
            if (!e.getMessage().contains("/releasability")) {
                throw e;
            }
            return false;
        }
    }

    private void load(JsonNode each) {
        String state = each.get("originator").asText();
        ObjectNode draft = each.get("denial").deepCopy();
        draft.put(
                "decisionDate",
                today.minusDays(each.get("decidedDaysAgo").asLong()).toString());
        String until = each.get("until").asText();
        String officer = token(state + ".officer");
        DemoClient.Answer drafted = client.post(
                "/denials/v1/denials",
                officer,
                draft,
                Map.of("Idempotency-Key", "demo-" + each.get("key").asText()));
        String record = "/denials/v1/denials/" + drafted.body().get("id").asText();
        // as it stands now: a start that was broken off may have taken it further
        DemoClient.Answer now = client.get(record, officer);
        if (!until.equals("DRAFT") && status(now).equals("DRAFT")) {
            now = step(record + "/submit", officer, now);
        }
        if (until.equals("NOTIFIED") && status(now).equals("NATIONAL_APPROVAL")) {
            step(record + "/approve", token(state + ".approver"), now);
        }
    }

    private DemoClient.Answer step(String path, String token, DemoClient.Answer before) {
        return client.post(path, token, JSON.createObjectNode(), Map.of("If-Match", before.etag()));
    }

    private static String status(DemoClient.Answer answer) {
        return Optional.ofNullable(answer.body().get("status"))
                .map(JsonNode::asText)
                .orElse("");
    }

    private String token(String username) {
        return tokens.computeIfAbsent(username, client::token);
    }
}
