package org.comity.keycloak;

import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Writes an alarm into Keycloak's log when a person becomes a member of a second organization. It needs no setting of the
 * realm: it hears what happens in every one.
 *
 * <p>Rules: R-304.
 */
public final class SecondOrganizationAlarm implements EventListenerProviderFactory, EventListenerProvider {

    private static final Logger LOG = Logger.getLogger("org.comity.alarm");

    @Override
    public String getId() {
        return "comity-second-organization";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof OrganizationModel.OrganizationMemberJoinEvent joined) {
                joined(joined);
            }
        });
    }

    private static void joined(OrganizationModel.OrganizationMemberJoinEvent joined) {
        String here = joined.getOrganization().getAlias();
        List<String> others = joined.getSession()
                .getProvider(OrganizationProvider.class)
                .getByMember(joined.getUser())
                .map(OrganizationModel::getAlias)
                .filter(alias -> !alias.equals(here))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            LOG.errorf(
                    "ALARM: the account %s became a member of the organization %s and is one of %s already. Comity lets"
                            + " it in nowhere until it is a member of one.",
                    joined.getUser().getId(), here, String.join(", ", others));
        }
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void onEvent(Event event) {
        // a join tells more than an event of the realm
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // the same
    }

    @Override
    public void close() {
        // holds nothing
    }
}
