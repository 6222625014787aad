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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.backing.ComityService;
import org.comity.backing.Waiting;

/**
 * Posts the invented denials and bulletins of {@code demo-….json} through the services' own APIs, as the demo people
 * would: one person of a state drafts and submits, an approver of the same state approves. What is sent twice, because a
 * start was broken off, is recognised by its idempotency key.
 */
final class DemoRecords {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where a record stands that waits for an approver. */
    private static final Set<String> WAITS = Set.of("NATIONAL_APPROVAL", "CLEARANCE");

    private static final Duration STATES_LEARNED = Duration.ofSeconds(60);

    /** The kinds of records that there are some of. */
    private enum Kind {
        DENIALS(ComityService.DENIALS, "officer"),
        BULLETINS(ComityService.BULLETINS, "analyst");

        private final ComityService service;
        private final String drafter;

        Kind(ComityService service, String drafter) {
            this.service = service;
            this.drafter = drafter;
        }

        String plural() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return "/%1$s/v1/%1$s".formatted(plural());
        }
    }

    private final Kind kind;
    private final DemoClient client;
    private final LocalDate today;
    private final Map<String, String> tokens = new HashMap<>();

    private DemoRecords(Kind kind, DemoClient client, LocalDate today) {
        this.kind = kind;
        this.client = client;
        this.today = today;
    }

    /** Loads them unless that was done before. A refusal is told and does not keep Comity from starting. */
    static void load(DataFolder data, Addresses addresses, Console console, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Kind kind : Kind.values()) {
            Path done = data.demoLoaded(kind.plural());
            if (!Files.exists(done)) {
                load(kind, done, addresses, console, today);
            }
        }
    }

    private static void load(Kind kind, Path done, Addresses addresses, Console console, LocalDate today) {
        try (DemoClient client = new DemoClient(addresses.url("keycloak"), addresses.url(kind.service))) {
            int count = new DemoRecords(kind, client, today).loadAll();
            Files.writeString(done, count + " invented " + kind.plural() + "\n");
            console.step(count + " invented " + kind.plural() + " are loaded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LaunchException e) {
            console.step("The invented " + kind.plural() + " could not be loaded; the next start tries again. "
                    + e.getMessage());
        }
    }

    private int loadAll() throws IOException {
        JsonNode all;
        try (InputStream in = DemoRecords.class.getResourceAsStream("/demo-" + kind.plural() + ".json")) {
            all = JSON.readTree(in).get(kind.plural());
        }
        loadPatiently(all.get(0));
        for (JsonNode each : all) {
            load(each);
        }
        return all.size();
    }

    /**
     * The first one is released to every other state by name, which the service refuses until it has learned from the
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
        ObjectNode draft = each.get("says").deepCopy();
        if (each.has("decidedDaysAgo")) {
            draft.put(
                    "decisionDate",
                    today.minusDays(each.get("decidedDaysAgo").asLong()).toString());
        }
        String until = each.get("until").asText();
        String drafter = token(state + "." + kind.drafter);
        DemoClient.Answer drafted = client.post(
                kind.path(),
                drafter,
                draft,
                Map.of("Idempotency-Key", "demo-" + each.get("key").asText()));
        String record = kind.path() + "/" + drafted.body().get("id").asText();
        // as it stands now: a start that was broken off may have taken it further
        DemoClient.Answer now = client.get(record, drafter);
        if (!until.equals("DRAFT") && status(now).equals("DRAFT")) {
            now = step(record + "/submit", drafter, now);
        }
        if (until.equals("APPROVED") && WAITS.contains(status(now))) {
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
