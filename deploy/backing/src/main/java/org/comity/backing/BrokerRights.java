package org.comity.backing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each service may do at the broker: write its own topics, read those that it follows, as the group of its name. Every
 * topic has one writer. What is not said here nobody may.
 *
 * <p>Rules: R-338.
 */
public final class BrokerRights {

    private static final int SECONDS = 30;

    /** The systems of states, whose rights on their own topics subscriptions gives and takes (ADR 0030). */
    private static final Pattern SYSTEM = Pattern.compile("User:([a-z]{2})-system");

    private BrokerRights() {}

    /**
     * Makes the broker's list hold these rights and no others.
     *
     * @param broker how an administrator reaches the broker: {@link KafkaServer#admin()}
     */
    public static void ensure(Map<String, Object> broker) {
        try (Admin admin = Admin.create(broker)) {
            Set<AclBinding> wanted = new HashSet<>(all());
            Set<AclBinding> there = new HashSet<>(
                    admin.describeAcls(AclBindingFilter.ANY).values().get(SECONDS, TimeUnit.SECONDS));
            List<AclBindingFilter> gone = there.stream()
                    .filter(right -> !wanted.contains(right))
                    .filter(right -> !isOfAState(right))
                    .map(AclBinding::toFilter)
                    .toList();
            admin.deleteAcls(gone).all().get(SECONDS, TimeUnit.SECONDS);
            wanted.removeAll(there);
            admin.createAcls(wanted).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BackingException("Kafka's list of rights could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("Interrupted while making Kafka's list of rights.", e);
        }
    }

    /** Whether this lets a state's system read the state's own topic, as a group of its own, and nothing else. */
    private static boolean isOfAState(AclBinding right) {
        Matcher system = SYSTEM.matcher(right.entry().principal());
        if (!system.matches()) {
            return false;
        }
        String state = system.group(1);
        AclOperation operation = right.entry().operation();
        ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, "feed." + state + ".v1", PatternType.LITERAL);
        ResourcePattern groups = new ResourcePattern(ResourceType.GROUP, state + "-", PatternType.PREFIXED);
        return right.pattern().equals(topic)
                        && Set.of(AclOperation.READ, AclOperation.DESCRIBE).contains(operation)
                || right.pattern().equals(groups) && operation == AclOperation.READ;
    }

    private static List<AclBinding> all() {
        return Stream.concat(ComityService.withDatabase().flatMap(BrokerRights::of), feeds())
                .toList();
    }

    private static Stream<AclBinding> of(ComityService service) {
        Stream<AclBinding> writes = service.writes()
                .flatMap(topic ->
                        may(service, ResourceType.TOPIC, topic.name(), AclOperation.WRITE, AclOperation.DESCRIBE));
        Stream<AclBinding> reads = service.reads().stream()
                .flatMap(topic -> may(service, ResourceType.TOPIC, topic, AclOperation.READ, AclOperation.DESCRIBE));
        Stream<AclBinding> group = service.reads().isEmpty()
                ? Stream.of()
                : may(service, ResourceType.GROUP, service.id(), AclOperation.READ);
        return Stream.of(writes, reads, group).flatMap(rights -> rights);
    }

    /** The topics of states: subscriptions makes them, writes them, and says who reads them. */
    private static Stream<AclBinding> feeds() {
        ResourcePattern topics = new ResourcePattern(ResourceType.TOPIC, "feed.", PatternType.PREFIXED);
        ResourcePattern cluster = new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL);
        return Stream.of(
                may(ComityService.SUBSCRIPTIONS, topics, AclOperation.CREATE),
                may(ComityService.SUBSCRIPTIONS, topics, AclOperation.WRITE),
                may(ComityService.SUBSCRIPTIONS, topics, AclOperation.DESCRIBE),
                may(ComityService.SUBSCRIPTIONS, cluster, AclOperation.ALTER));
    }

    private static Stream<AclBinding> may(
            ComityService service, ResourceType type, String name, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> may(service, new ResourcePattern(type, name, PatternType.LITERAL), operation));
    }

    private static AclBinding may(ComityService service, ResourcePattern on, AclOperation operation) {
        return new AclBinding(
                on, new AccessControlEntry("User:" + service.brokerClient(), "*", operation, AclPermissionType.ALLOW));
    }
}
