package org.comity.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.backing.Waiting;

/**
 * What a batch of publications costs as states grow. States are invented for it, in this Comity's own databases, and named so: they
 * have no people and no system, but feeds and a topic as every state has.
 */
final class GrowthPart {

    private static final List<Integer> STATES = List.of(25, 50, 100, 200);
    private static final int DESKS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final MeasuredSystem system;
    private final BulletinsApi bulletins;
    private final FeedsOptions options;
    private final Progress progress;

    GrowthPart(MeasuredSystem system, BulletinsApi bulletins, FeedsOptions options, Progress progress) {
        this.system = system;
        this.bulletins = bulletins;
        this.options = options;
        this.progress = progress;
    }

    List<FeedsReport.Growth> run() throws Exception {
        List<FeedsReport.Growth> growth = new ArrayList<>();
        try (Connection subscriptions = system.superuser("subscriptions");
                Connection records = system.superuser("bulletins")) {
            progress.step("Batches of %,d publications as states grow; the first is not counted", options.batch());
            int present = DeliveryPart.states(subscriptions).size();
            measure(subscriptions, records, "W", present);
            for (int states : STATES) {
                invent(states, subscriptions, records);
                FeedsReport.Growth one = measure(subscriptions, records, "G" + states, Math.max(states, present));
                growth.add(one);
                progress.detail(
                        "%3d states: %,7d entries, feeds %6.2f s, topics %6.2f s, %6.1f ms for each state; processors %6.2f s",
                        one.states(),
                        one.entries(),
                        one.feedSeconds(),
                        one.topicSeconds(),
                        1000 * one.secondsPerState(),
                        one.processorSeconds());
            }
        }
        return growth;
    }

    /** Makes states until there are so many. */
    private static void invent(int wanted, Connection... databases) throws SQLException {
        Set<String> there = new HashSet<>(DeliveryPart.states(databases[0]));
        there.add("ZZ");
        List<String> made = new ArrayList<>();
        int missing = wanted - (there.size() - 1);
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z' && made.size() < missing; second++) {
                String code = "" + first + second;
                if (!there.contains(code)) {
                    made.add(code);
                }
            }
        }
        for (Connection database : databases) {
            try (PreparedStatement insert = database.prepareStatement(
                    "insert into member_state (iso2, name, status,"
                            + " version) values (?, ?, 'SUBSCRIBED', 1) on conflict (iso2) do update set status = 'SUBSCRIBED'")) {
                for (String code : made) {
                    insert.setString(1, code);
                    insert.setString(2, "Invented for a benchmark: " + code);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        DeliveryPart.awaitTopics(databases[0], wanted);
    }

    private FeedsReport.Growth measure(Connection subscriptions, Connection records, String mark, int states)
            throws Exception {
        BulletinsApi.Submitted bulletin = bulletins.submitted(FeedsBenchmark.ANALYST, List.of());
        bulletins.approve(FeedsBenchmark.APPROVER, bulletin);
        List<String> copies = new ManyBulletins(records, progress).copy(bulletin.id(), options.batch(), mark);
        // the original is told to all before its copies are
        String known = "select count(*) from feed_known where record = '" + bulletin.id() + "'";
        await(() -> DeliveryPart.number(subscriptions, known) >= (long) DESKS * states);
        awaitQuiet(subscriptions);
        long before = entries(subscriptions);
        long expected = (long) DESKS * states * copies.size();
        Duration busy = busy();
        long begin = System.nanoTime();
        tell(records, bulletin.id(), copies);
        await(() -> entries(subscriptions) - before >= expected);
        double feeds = (System.nanoTime() - begin) / 1e9;
        await(() -> waiting(subscriptions) == 0);
        double topics = (System.nanoTime() - begin) / 1e9;
        return new FeedsReport.Growth(
                states,
                copies.size(),
                entries(subscriptions) - before,
                feeds,
                topics,
                busy().minus(busy).toMillis() / 1000.0);
    }

    private Duration busy() {
        return system.cpu("bulletins").plus(system.cpu("subscriptions")).plus(system.postgresCpu());
    }

    /** Puts the events of the copies into the outbox, all at once: as that of the original, with a subject of their own. */
    private static void tell(Connection records, String original, List<String> copies) throws SQLException {
        try (PreparedStatement insert = records.prepareStatement(
                "insert into outbox (event_id, topic, message_key, type,"
                        + " subject, subject_version, occurred_at, data) select gen_random_uuid(), o.topic, c.id, o.type, c.id,"
                        + " o.subject_version, now(), o.data from unnest(?::text[]) c (id), outbox o where o.subject = ?")) {
            insert.setArray(1, records.createArrayOf("text", copies.toArray()));
            insert.setString(2, original);
            insert.executeUpdate();
        }
    }

    private static void awaitQuiet(Connection subscriptions) throws InterruptedException {
        long last = -1;
        while (last != entries(subscriptions) || waiting(subscriptions) > 0) {
            last = entries(subscriptions);
            Thread.sleep(1_000);
        }
    }

    private static long entries(Connection subscriptions) {
        return DeliveryPart.number(subscriptions, "select coalesce(sum(seq), 0) from feed_head");
    }

    private static long waiting(Connection subscriptions) {
        return DeliveryPart.number(
                subscriptions, "select count(*) from outbox where sent_at is null and parked_because is null");
    }

    private static void await(java.util.function.BooleanSupplier done) {
        if (!Waiting.until(PATIENCE, LOOK, done)) {
            throw new BenchException("A batch of publications was not told to all.");
        }
    }
}
