package org.comity.subscriptions.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.timer.TimersOfService;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.KeptRecords;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topic of a state, on a real broker. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class FeedTopicTest {

    private final TimersOfService timers;

    FeedTopicTest(TimersOfService timers) {
        this.timers = timers;
    }

    @BeforeEach
    void begin() {
        Happenings.begin();
    }

    private static UUID published(String title, String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, title, readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    private static List<JsonPath> told(String topic, int count) {
        return Events.await(ComityServers.servers(), topic, count, any -> true).stream()
                .map(ConsumerRecord::value)
                .peek(event -> assertEquals(List.of(), EventContract.faults(event)))
                .map(JsonPath::new)
                .toList();
    }

    @Test
    void R400_a_topic_has_every_number_from_one_what_came_before_it_too_and_no_word_of_a_record() {
        UUID before = published("Before there was a topic", "AL");
        timers.runAll();
        UUID after = published("After it", "AL");
        published("For Bulgaria", "BG");
        KeptRecords.put(KeptRecords.bulletin(after, "After it"));
        Happenings.tell(after, "release-changed", 1);

        List<JsonPath> told = told("feed.al.v1", 3);
        assertEquals(3, told.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(i + 1, told.get(i).getInt("data.sequence"));
            assertEquals(i + 1, told.get(i).getInt("version"));
            assertEquals("AL", told.get(i).getString("subject"));
        }
        assertEquals(before.toString(), told.get(0).getString("data.record"));
        assertEquals("org.comity.subscriptions.feed.created.v1", told.get(1).getString("type"));
        assertEquals("org.comity.subscriptions.feed.removed.v1", told.get(2).getString("type"));
        String all = told.stream().map(JsonPath::prettify).reduce("", String::concat);
        for (String word : List.of("Before there", "After it", "BU-DE", "5A001", "\"DE\"", "BG")) {
            assertFalse(all.contains(word), word);
        }
        assertTrue(told.stream().allMatch(event -> event.getString("data.kind").equals("BULLETIN")));
    }
}
