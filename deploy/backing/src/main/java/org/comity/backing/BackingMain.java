package org.comity.backing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The background process of {@link SharedBacking}. Nobody starts it by hand. */
public final class BackingMain {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final AtomicBoolean told = new AtomicBoolean();
    private final Path root;
    private final Path run;
    private final SharedBacking shared;
    private final Path javaHome = Path.of(System.getProperty("java.home"));

    private BackingMain(Path root, Path run) {
        this.root = root;
        this.run = run;
        this.shared = new SharedBacking(root);
    }

    /** Arguments: root folder of the checkout, folder of this run. */
    public static void main(String[] arguments) {
        BackingMain main = new BackingMain(Path.of(arguments[0]), Path.of(arguments[1]));
        Thread thread = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> main.finish(thread)));
        int status = 0;
        try {
            main.run();
        } catch (RuntimeException | InterruptedException e) {
            e.printStackTrace();
            status = 1;
        }
        main.told.set(true);
        System.exit(status);
    }

    /** Lets the main thread stop the servers before a signal ends this process. */
    private void finish(Thread main) {
        if (told.compareAndSet(false, true)) {
            try {
                main.join(15_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() throws InterruptedException {
        CompletableFuture<KafkaServer> kafka = CompletableFuture.supplyAsync(
                () -> KafkaServer.start(KafkaServer.Settings.open(run.resolve("kafka"), 0, 0)));
        String postgresPassword = password();
        try (PostgresServer postgres = PostgresServer.start(new PostgresServer.Settings(
                        run.resolve("postgres"),
                        root.resolve("target/postgres"),
                        0,
                        postgresPassword,
                        400,
                        // nobody takes the power from the tests' server
                        false,
                        run.resolve("postgres.log")));
                KafkaServer broker = kafka.join()) {
            int keycloakPort = Ports.free();
            String keycloakPassword = password();
            shared.publish(new Backing(
                    postgres.address(),
                    postgresPassword,
                    broker.address(),
                    "http://127.0.0.1:" + keycloakPort,
                    keycloakPassword,
                    password()));
            String databasePassword = password();
            postgres.databases().provisionKeycloak(databasePassword);
            serve(new KeycloakServer.Settings(
                    distribution(),
                    run.resolve("keycloak"),
                    javaHome,
                    keycloakPort,
                    postgres.address(),
                    databasePassword,
                    keycloakPassword,
                    run.resolve("keycloak.pid"),
                    run.resolve("keycloak.log")));
        } finally {
            shared.withdraw();
        }
    }

    /** Only now, because the first build takes both cores for half a minute, and others wait for PostgreSQL and Kafka. */
    private KeycloakDistribution distribution() {
        return KeycloakDistribution.prepare(
                KeycloakDistribution.zipUnder(root),
                KeycloakDistribution.providerUnder(root),
                KeycloakDistribution.cacheUnder(root),
                javaHome,
                run.resolve("keycloak-build.log"));
    }

    private void serve(KeycloakServer.Settings settings) throws InterruptedException {
        try (KeycloakServer keycloak = KeycloakServer.start(settings)) {
            while (!told.get() && keycloak.process().isAlive() && (shared.isHeld() || !shared.retire())) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
