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

    /** One for each topic, for the same reason. */
    private static final Map<String, ReadTopic> TOPICS = new ConcurrentHashMap<>();

    private Events() {}

    /** Sends a whole record of reference data, as the service that its topic is named after would. */
    public static void send(String topic, String type, String subject, long version, String id, String json) {
        sendRaw(
                topic,
                subject,
                new JsonFormat()
                        .serialize(CloudEventBuilder.v1()
                                .withId(id)
                                .withSource(URI.create("/" + topic.substring(0, topic.indexOf('.'))))
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
     * Reads a topic from its beginning, all that stands in it now and on until enough of it is wanted.
     *
     * @return what fits, at least as many as asked for
     * @throws AssertionError if they do not come within half a minute
     */
    public static List<ConsumerRecord<String, String>> await(
            TestServers servers, String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
        String kafka = servers.backing().kafka();
        return TOPICS.computeIfAbsent(
                        kafka + "/" + servers.topicPrefix() + topic,
                        name -> new ReadTopic(kafka, servers.topicPrefix() + topic))
                .await(count, wanted);
    }

    /** What was read of a topic so far: nobody takes anything out of a topic, so that it need not be read again. */
    private static final class ReadTopic {

        private final String topic;
        private final KafkaConsumer<String, String> consumer;
        private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

        ReadTopic(String kafka, String topic) {
            this.topic = topic;
            this.consumer = new KafkaConsumer<>(
                    Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                    new StringDeserializer(),
                    new StringDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<ConsumerRecord<String, String>> await(
                int count, Predicate<ConsumerRecord<String, String>> wanted) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            int seen = 0;
            Instant deadline = Instant.now().plus(PATIENCE);
            while (true) {
                read.subList(seen, read.size()).stream().filter(wanted).forEach(found::add);
                seen = read.size();
                boolean isAllRead =
                        ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                if (isAllRead && found.size() >= count) {
                    return found;
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("only " + found.size() + " of " + count + " events came on " + topic);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
    }
}
