package org.comity.subscriptions.topic;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.comity.kernel.caller.StateCode;

/**
 * What a state's system may do at the broker: read the state's own topic, as a group whose name begins with the state's code. Its
 * name there is its client of Keycloak, {@code <iso2>-system}.
 *
 * <p>Rules: R-401.
 */
final class TopicRights {

    private static final int SECONDS = 20;

    private TopicRights() {}

    /** Takes the right from these, and gives it to those; what is there already stays. */
    static void set(Admin broker, List<StateCode> subscribe, List<StateCode> others, String prefix) {
        try {
            broker.deleteAcls(others.stream().map(TopicRights::all).toList())
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
            broker.createAcls(subscribe.stream()
                            .flatMap(state -> of(state, prefix).stream())
                            .toList())
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the rights of states' systems at the broker cannot be set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while setting rights at the broker", e);
        }
    }

    private static String system(StateCode state) {
        return "User:" + state.value().toLowerCase(Locale.ROOT) + "-system";
    }

    private static AclBindingFilter all(StateCode state) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(system(state), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static List<AclBinding> of(StateCode state, String prefix) {
        String topic = prefix + FeedTopic.of(state);
        String groups = state.value().toLowerCase(Locale.ROOT) + "-";
        return List.of(
                may(system(state), ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ),
                may(system(state), ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.DESCRIBE),
                may(system(state), ResourceType.GROUP, groups, PatternType.PREFIXED, AclOperation.READ));
    }

    private static AclBinding may(
            String system, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(system, "*", operation, AclPermissionType.ALLOW));
    }
}
