package org.comity.system.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.comity.system.SharedComity;
import org.junit.jupiter.api.Test;

/** The broker of the packaged system, as somebody meets it who has no key. */
class BrokerIT {

    private static Map<String, Object> unnamed() {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + SharedComity.get().port("kafka"),
                "max.block.ms",
                3_000,
                "request.timeout.ms",
                3_000,
                "default.api.timeout.ms",
                4_000);
    }

    @Test
    void R338_nobody_writes_that_a_state_is_a_member_or_lists_the_topics_without_a_key() {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(unnamed(), new StringSerializer(), new StringSerializer())) {
            ExecutionException refused = assertThrows(
                    ExecutionException.class, () -> producer.send(new ProducerRecord<>("registry.state.v1", "AL", "{}"))
                            .get());
            assertEquals(TimeoutException.class, refused.getCause().getClass());
        }
        try (Admin admin = Admin.create(unnamed())) {
            ExecutionException refused = assertThrows(
                    ExecutionException.class, () -> admin.listTopics().names().get());
            assertEquals(TimeoutException.class, refused.getCause().getClass());
        }
    }
}
