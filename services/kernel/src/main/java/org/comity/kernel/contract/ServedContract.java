package org.comity.kernel.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the contract at {@code /q/openapi}: the file as it is, or, where JSON is asked for, the same in JSON. A service
 * whose jar has no {@code META-INF/openapi/<service>.yaml} serves none.
 *
 * <p>Rules: R-275.
 */
@Singleton
public class ServedContract {

    /** Where the contract is served. */
    public static final String PATH = "/q/openapi";

    private final Optional<Contract> contract;

    ServedContract(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.contract = Contract.onClassPath("META-INF/openapi/" + service + ".yaml");
    }

    /** The contract, if the service has one. */
    public Optional<Contract> contract() {
        return contract;
    }

    /** The methods of an address, of the contract or of the contract itself; none where there is no such address. */
    public Set<String> methods(String path) {
        if (path.equals(PATH)) {
            return contract.isPresent() ? Set.of("GET", "HEAD") : Set.of();
        }
        return contract.map(known -> known.methods(path)).orElse(Set.of());
    }

    void serve(@Observes Router router) {
        contract.ifPresent(known -> {
            Buffer yaml = Buffer.buffer(known.yaml());
            Buffer json = Buffer.buffer(known.json());
            router.get(PATH).handler(asked -> answer(asked, yaml, json));
            router.head(PATH).handler(asked -> answer(asked, yaml, json));
        });
    }

    private static void answer(RoutingContext asked, Buffer yaml, Buffer json) {
        String format = asked.request().getParam("format");
        String accept = String.valueOf(asked.request().getHeader("Accept"));
        boolean inJson = format == null ? accept.contains("application/json") : format.equalsIgnoreCase("json");
        HttpServerResponse response =
                asked.response().putHeader("Content-Type", inJson ? "application/json" : "application/yaml");
        Buffer body = inJson ? json : yaml;
        if (asked.request().method().name().equals("HEAD")) {
            response.putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }
}
