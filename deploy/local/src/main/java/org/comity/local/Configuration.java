package org.comity.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.backing.ComityService;

/** Which service is told what, by the keys of the services' own configuration. */
final class Configuration {

    private final Addresses addresses;
    private final Secrets secrets;
    private final Optional<Path> taxiiSeed;

    Configuration(Addresses addresses, Secrets secrets, Optional<Path> taxiiSeed) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.taxiiSeed = taxiiSeed;
    }

    List<ServiceProcess> services() {
        return Arrays.stream(ComityService.values())
                .map(service -> new ServiceProcess(
                        service, addresses.port(service.id()), addresses.managementPort(service), of(service)))
                .toList();
    }

    private Map<String, String> of(ComityService service) {
        Map<String, String> keys = ofEach(service);
        service.secrets().forEach((key, secret) -> keys.put(key, secrets.get(secret)));
        if (service.hasDatabase()) {
            keys.put("comity.broker.secret", secrets.get(brokerSecret(service)));
            keys.put("comity.database.name", service.id());
            for (String role : List.of("owner", "app", "relay", "timer")) {
                keys.put("comity.database." + role + "-password", secrets.get(service.id() + "-" + role));
            }
        }
        if (service == ComityService.BULLETINS) {
            taxiiSeed.ifPresent(
                    file -> keys.put("comity.taxii.seed", file.toAbsolutePath().toString()));
        }
        if (service == ComityService.PORTAL) {
            keys.put("comity.portal.url", addresses.url(service));
            keys.put("comity.portal.client-secret", "comity-demo");
        }
        if (service == ComityService.SUBSCRIPTIONS) {
            keys.put("comity.mail.port", Integer.toString(addresses.port("smtp")));
            keys.put("comity.portal.url", addresses.url(ComityService.PORTAL));
        }
        if (service.callsOthers()) {
            ComityService.withDatabase()
                    .forEach(called -> keys.put("comity." + called.id() + ".url", addresses.url(called)));
        }
        return keys;
    }

    /** The name of the secret with which a service signs in at the broker. */
    static String brokerSecret(ComityService service) {
        return service.id() + "-broker";
    }

    private Map<String, String> ofEach(ComityService service) {
        Map<String, String> keys = new HashMap<>();
        keys.put("quarkus.profile", "demo");
        keys.put("quarkus.http.host", "127.0.0.1");
        keys.put("quarkus.http.port", Integer.toString(addresses.port(service.id())));
        keys.put("quarkus.management.port", Integer.toString(addresses.managementPort(service)));
        // the services start beside Keycloak, not after it
        keys.put("quarkus.oidc.connection-delay", "4M");
        keys.put("comity.postgres.address", addresses.address("postgres"));
        keys.put("comity.kafka.address", addresses.address("kafka"));
        keys.put("comity.keycloak.url", addresses.url("keycloak"));
        keys.put("comity.realm", Stack.REALM);
        keys.put("comity.access.database", "access");
        keys.put("comity.access.reader-password", secrets.get("access-reader"));
        return keys;
    }
}
