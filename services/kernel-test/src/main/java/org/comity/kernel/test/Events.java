package org.comity.kernel.test;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as other services would, and reads what was published. */
public final class Events {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One for each Kafka, open until the tests' JVM ends: opening one takes longer than sending an event. */
    private static final Map<String, KafkaProducer<String, byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private Events() {}

    /** Sends a whole record of reference data. */
    public static void send(String topic, String type, String subject, long version, String id, String json) {
        sendRaw(
                topic,
                subject,
                new JsonFormat()
                        .serialize(CloudEventBuilder.v1()
                                .withId(id)
                                .withSource(URI.create("/test"))
                                .withType(type)
                                .withSubject(subject)
                                .withTime(OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                                .withExtension("version", Math.toIntExact(version))
                                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                                .build()));
    }

    /** Sends any bytes, with the header that the relay sets. */
    public static void sendRaw(String topic, String key, byte[] value) {
        TestServers servers = ComityServers.servers();
        KafkaProducer<String, byte[]> producer =
                PRODUCERS.computeIfAbsent(servers.backing().kafka(), Events::producer);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(servers.topicPrefix() + topic, key, value);
        message.headers().add("content-type", JsonFormat.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Reads a topic from its beginning until enough of it is wanted.
     *
     * @return what fits, at least as many as asked for
     * @throws AssertionError if they do not come within half a minute
     */
    public static List<ConsumerRecord<String, String>> await(
            TestServers servers, String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.backing().kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(servers.topicPrefix() + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            Instant deadline = Instant.now().plus(PATIENCE);
            while (found.size() < count) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("only " + found.size() + " of " + count + " events came on " + topic);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (wanted.test(message)) {
                        found.add(message);
                    }
                });
            }
            return found;
        }
    }
}
