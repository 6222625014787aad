package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which it stops and starts again. */
@Tag("servers")
class KafkaServerTest {

    private static final Duration QUICK = Duration.ofSeconds(9);

    @TempDir
    Path folder;

    @Test
    void topics_are_made_on_purpose_and_messages_survive_a_restart() throws Exception {
        KafkaServer.Settings settings = KafkaServer.Settings.open(folder.resolve("kafka"), 0, 0);
        try (KafkaServer broker = KafkaServer.start(settings)) {
            Topics.ensure(broker.admin(), "t.");
            Topics.ensure(broker.admin(), "t.");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
                Set<String> names = admin.listTopics().names().get();
                assertEquals(
                        Set.of(
                                "t.registry.state.v1",
                                "t.denials.denial.v1",
                                "t.denials.consultation.v1",
                                "t.bulletins.bulletin.v1",
                                "t.registry.dead-letter.v1",
                                "t.denials.dead-letter.v1",
                                "t.bulletins.dead-letter.v1",
                                "t.subscriptions.dead-letter.v1"),
                        names);
                assertEquals("compact", cleanup(admin, "t.registry.state.v1"));
                assertEquals("delete", cleanup(admin, "t.denials.denial.v1"));
            }
            publish(broker.address(), "t.denials.denial.v1");
            assertThrows(ExecutionException.class, () -> publish(broker.address(), "nobody-made-this"));
        }

        long begin = System.nanoTime();
        try (KafkaServer broker = KafkaServer.start(settings)) {
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(QUICK) < 0, "a slow second start");
            assertEquals("value", read(broker.address(), "t.denials.denial.v1"));
        }
    }

    private static String cleanup(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("cleanup.policy")
                .value();
    }

    private static void publish(String address, String topic) throws Exception {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "max.block.ms", 1500),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private static String read(String address, String topic) {
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    return message.value();
                }
            }
            return "";
        }
    }
}
