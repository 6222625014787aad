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

    /** Gives the right, or takes it away. */
    static void set(Admin broker, StateCode state, String topic, boolean subscribes) {
        String code = state.value().toLowerCase(Locale.ROOT);
        String system = "User:" + code + "-system";
        try {
            if (subscribes) {
                broker.createAcls(List.of(
                                may(system, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ),
                                may(system, ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.DESCRIBE),
                                may(system, ResourceType.GROUP, code + "-", PatternType.PREFIXED, AclOperation.READ)))
                        .all()
                        .get(SECONDS, TimeUnit.SECONDS);
            } else {
                broker.deleteAcls(List.of(new AclBindingFilter(
                                ResourcePatternFilter.ANY,
                                new AccessControlEntryFilter(system, null, AclOperation.ANY, AclPermissionType.ANY))))
                        .all()
                        .get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the right of " + system + " at the broker cannot be set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while setting a right at the broker", e);
        }
    }

    private static AclBinding may(
            String system, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(system, "*", operation, AclPermissionType.ALLOW));
    }
}
