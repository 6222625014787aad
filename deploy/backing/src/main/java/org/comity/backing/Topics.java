package org.comity.backing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of Comity, made explicitly because the broker makes none by itself. */
public final class Topics {

    private static final int PARTITIONS = 1;

    private Topics() {}

    /**
     * Makes the topics that are not there yet.
     *
     * @param broker how an administrator reaches the broker: {@link KafkaServer#admin()}, or its address alone where the
     *     broker asks nobody for a name
     * @param prefix put before each name, such as {@code t7.}, or empty
     */
    public static void ensure(Map<String, Object> broker, String prefix) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        try (Admin admin = Admin.create(configuration)) {
            Set<String> there = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = all(prefix).stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new BackingException("Kafka's topics could not be made: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new BackingException("Kafka did not answer within 30 seconds when asked to make its topics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("Interrupted while making Kafka's topics.", e);
        }
    }

    private static List<NewTopic> all(String prefix) {
        return ComityService.allTopics()
                .map(topic -> new NewTopic(prefix + topic.name(), PARTITIONS, (short) 1).configs(topic.settings()))
                .toList();
    }
}
