package org.comity.kernel.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.comity.backing.Backing;
import org.comity.backing.SharedBacking;
import org.comity.backing.Topics;
import org.flywaydb.core.Flyway;

/**
 * Gives a module's tests the servers of this Maven run, with databases and topics of the module's own, fresh, and the
 * realm of all modules. Name it once in a module: {@code @QuarkusTestResource(ComityServers.class)} on any test.
 */
public class ComityServers implements QuarkusTestResourceLifecycleManager {

    private static volatile TestServers current;

    /** Where the servers are, once the module's tests have started. */
    public static TestServers servers() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        TestServers started = prepare(System.getProperty("comity.module", "module"));
        Map<String, String> config = new HashMap<>(started.configuration());
        config.put("quarkus.http.test-port", "0");
        // A test runs the timers when it wants them to: TimersOfService.runAll
        config.put("comity.timers.enabled", "false");
        return config;
    }

    /**
     * Servers for a module: databases emptied, the realm there, the access database ready.
     *
     * @param module the module's artifact, such as {@code comity-denials}; the service is what follows the dash
     */
    public static TestServers prepare(String module) {
        TestServers servers = prepareWithoutRealm(module);
        SharedBacking.ensureDemoRealm(servers.backing(), servers.realm());
        current = servers;
        return servers;
    }

    /** The same without a realm, for tests that need no token; {@link #servers()} stays as it is. */
    public static TestServers prepareWithoutRealm(String module) {
        Backing backing = SharedBacking.acquire();
        String service = module.substring(module.indexOf('-') + 1).replace('-', '_');
        TestServers servers = new TestServers(backing, service, module);
        servers.dropDatabases();
        String password = backing.rolePassword();
        backing.databases().provisionService(servers.database(), service, password, password, password, password);
        backing.databases().provisionAccess(servers.accessDatabase(), password, password, password);
        Flyway.configure()
                .dataSource(servers.jdbcUrl(servers.accessDatabase()), "access_owner", password)
                .locations("db/access")
                .load()
                .migrate();
        Topics.ensure(Map.of("bootstrap.servers", backing.kafka()), servers.topicPrefix());
        return servers;
    }

    @Override
    public void stop() {
        // The servers serve the other modules of this Maven run, and end with it.
    }
}
