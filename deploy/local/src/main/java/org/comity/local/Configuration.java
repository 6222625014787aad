package org.comity.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which service is told what: the keys of the services' own configuration, as environment variables. */
final class Configuration {

    private final Addresses addresses;
    private final Secrets secrets;

    Configuration(Addresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    List<Service> services() {
        return List.of(registry(), denials(), portal());
    }

    private Service registry() {
        Map<String, String> environment = withDatabase("registry", addresses.registry());
        environment.put("COMITY_ACCESS_OWNER_PASSWORD", secrets.get("access-owner"));
        environment.put("COMITY_ACCESS_WRITER_PASSWORD", secrets.get("access-writer"));
        return service("registry", addresses.registry(), environment);
    }

    private Service denials() {
        Map<String, String> environment = withDatabase("denials", addresses.denials());
        environment.put("COMITY_DENIALS_PERSON_KEYS", secrets.get("denials-person-key"));
        return service("denials", addresses.denials(), environment);
    }

    private Service portal() {
        Map<String, String> environment = common(addresses.portal());
        environment.put("COMITY_PORTAL_URL", addresses.portalUrl());
        environment.put("COMITY_REGISTRY_URL", addresses.registryUrl());
        environment.put("COMITY_DENIALS_URL", addresses.denialsUrl());
        environment.put("COMITY_PORTAL_CLIENT_SECRET", "comity-demo");
        environment.put("COMITY_PORTAL_SESSION_KEY", secrets.get("portal-session-key"));
        return service("portal", addresses.portal(), environment);
    }

    private Service service(String name, int port, Map<String, String> environment) {
        int management = addresses.management().get(name);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        return new Service(name, port, management, environment);
    }

    private Map<String, String> withDatabase(String service, int port) {
        Map<String, String> environment = common(port);
        environment.put("COMITY_DATABASE_NAME", service);
        environment.put("COMITY_DATABASE_OWNER_PASSWORD", secrets.get(service + "-owner"));
        environment.put("COMITY_DATABASE_APP_PASSWORD", secrets.get(service + "-app"));
        environment.put("COMITY_DATABASE_RELAY_PASSWORD", secrets.get(service + "-relay"));
        environment.put("COMITY_DATABASE_TIMER_PASSWORD", secrets.get(service + "-timer"));
        return environment;
    }

    private Map<String, String> common(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "demo");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // the services start beside Keycloak, not after it
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "4M");
        environment.put("COMITY_POSTGRES_ADDRESS", "127.0.0.1:" + addresses.postgres());
        environment.put("COMITY_KAFKA_ADDRESS", "127.0.0.1:" + addresses.kafka());
        environment.put("COMITY_KEYCLOAK_URL", addresses.keycloakUrl());
        environment.put("COMITY_REALM", Stack.REALM);
        environment.put("COMITY_ACCESS_DATABASE", "access");
        environment.put("COMITY_ACCESS_READER_PASSWORD", secrets.get("access-reader"));
        return environment;
    }
}
