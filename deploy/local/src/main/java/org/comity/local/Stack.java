package org.comity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.comity.backing.BrokerRights;
import org.comity.backing.ComityService;
import org.comity.backing.Databases;
import org.comity.backing.HttpProbe;
import org.comity.backing.KafkaServer;
import org.comity.backing.KeycloakAdmin;
import org.comity.backing.KeycloakDistribution;
import org.comity.backing.KeycloakServer;
import org.comity.backing.Ports;
import org.comity.backing.PostgresServer;
import org.comity.backing.RealmFiles;
import org.comity.backing.Topics;

/**
 * Everything that runs: PostgreSQL and Kafka first, then Keycloak and the services beside one another. Stops in the
 * reverse order.
 */
final class Stack implements AutoCloseable {

    static final String REALM = "comity";

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration SERVICE_GRACE = Duration.ofSeconds(4);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Path root;
    private final DataFolder data;
    private final Addresses addresses;
    private final Optional<Path> taxiiSeed;
    private final Secrets secrets;
    private final Console console;
    private final Path javaHome = Path.of(System.getProperty("java.home"));

    private final List<Supervised> services = new ArrayList<>();
    private Supervised keycloak;
    private KafkaServer kafka;
    private SentMail mail;
    private Supervised postgresWatch;
    private PostgresServer postgres;
    private volatile CompletableFuture<Void> databaseStart = CompletableFuture.completedFuture(null);
    private boolean stopping;

    /** @param taxiiSeed collections for tests of TAXII, if there are to be some */
    Stack(Path root, DataFolder data, Addresses addresses, Optional<Path> taxiiSeed, Console console) {
        this.root = root;
        this.data = data;
        this.addresses = addresses;
        this.taxiiSeed = taxiiSeed;
        this.console = console;
        this.secrets = data.secrets();
    }

    /** Starts everything and returns when all of it serves. */
    void start() {
        try {
            CompletableFuture<KeycloakDistribution> distribution = async(this::distribution);
            CompletableFuture<Void> database = run(this::startPostgres);
            databaseStart = database;
            CompletableFuture<Void> broker = run(this::startKafka);
            startMail();
            CompletableFuture<Void> signIn = database.thenCombineAsync(
                    distribution,
                    (nothing, programs) -> {
                        startKeycloak(programs);
                        return null;
                    },
                    THREADS);
            CompletableFuture<Void> ours = database.thenCombineAsync(broker, (one, other) -> null, THREADS)
                    .thenRunAsync(this::startServices, THREADS);
            allOrFirstFailure(signIn, ours, database, broker).join();
            writeAddresses();
        } catch (CompletionException e) {
            Throwable cause = e;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw cause instanceof RuntimeException known ? known : e;
        }
    }

    /** Done when all are done, and failed as soon as one fails: the others need not be waited for. */
    private static CompletableFuture<Void> allOrFirstFailure(CompletableFuture<?>... works) {
        CompletableFuture<Void> all = CompletableFuture.allOf(works);
        for (CompletableFuture<?> work : works) {
            work.whenComplete((result, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        return all;
    }

    private static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, THREADS);
    }

    private static <T> CompletableFuture<T> async(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, THREADS);
    }

    private KeycloakDistribution distribution() {
        Path cache = KeycloakDistribution.cacheUnder(root);
        if (!KeycloakDistribution.isBuilt(cache)) {
            console.step("Keycloak is unpacked and built, this once; that takes half a minute");
        }
        return KeycloakDistribution.prepare(
                KeycloakDistribution.zipUnder(root),
                KeycloakDistribution.providerUnder(root),
                cache,
                javaHome,
                data.log("keycloak-build"));
    }

    private void startPostgres() {
        PostgresServer.Settings settings = new PostgresServer.Settings(
                data.postgres(),
                root.resolve("target/postgres"),
                addresses.port("postgres"),
                secrets.get("postgres"),
                data.log("postgres"));
        Supervised process = new Supervised(
                "PostgreSQL",
                () -> startPostgres(settings),
                () -> Ports.answers(addresses.address("postgres")),
                settings.log(),
                console);
        synchronized (this) {
            refuseWhenStopping();
            postgresWatch = process;
        }
        process.start();
        provision();
        process.await(START_LIMIT);
    }

    private ProcessHandle startPostgres(PostgresServer.Settings settings) {
        synchronized (this) {
            if (postgres != null) {
                postgres.close();
            }
            postgres = null;
        }
        PostgresServer started = PostgresServer.start(settings);
        synchronized (this) {
            if (stopping) {
                started.close();
                refuseWhenStopping();
            }
            postgres = started;
        }
        return PostgresServer.running(settings.data())
                .orElseThrow(() -> new LaunchException("PostgreSQL ended at once. Its log is " + settings.log()));
    }

    private void provision() {
        Databases databases = new Databases(addresses.address("postgres"), secrets.get("postgres"));
        ComityService.withDatabase()
                .map(ComityService::id)
                .forEach(service -> databases.provisionService(
                        service,
                        service,
                        secrets.get(service + "-owner"),
                        secrets.get(service + "-app"),
                        secrets.get(service + "-relay"),
                        secrets.get(service + "-timer")));
        databases.provisionAccess(
                "access", secrets.get("access-owner"), secrets.get("access-reader"), secrets.get("access-writer"));
        databases.provisionKeycloak(secrets.get("keycloak-database"));
    }

    private void startMail() {
        SentMail started = SentMail.start(addresses.port("smtp"), addresses.port("mail"));
        synchronized (this) {
            mail = started;
            refuseWhenStopping();
        }
    }

    private void startKafka() {
        KafkaServer started = KafkaServer.start(new KafkaServer.Settings(
                data.kafka(),
                addresses.port("kafka"),
                addresses.port("controller"),
                Optional.of(addresses.url("keycloak") + "/realms/" + REALM)));
        synchronized (this) {
            kafka = started;
            refuseWhenStopping();
        }
        Topics.ensure(started.admin(), "");
        BrokerRights.ensure(started.admin());
        console.step("Kafka is ready");
    }

    private void startKeycloak(KeycloakDistribution programs) {
        KeycloakServer.Settings settings = new KeycloakServer.Settings(
                programs,
                data.keycloak(),
                javaHome,
                addresses.port("keycloak"),
                addresses.address("postgres"),
                secrets.get("keycloak-database"),
                secrets.get("keycloak-admin"),
                data.pidFile("keycloak"),
                data.log("keycloak"));
        Supervised process = new Supervised(
                "Keycloak",
                () -> KeycloakServer.start(settings).process(),
                () -> KeycloakServer.isReady(addresses.url("keycloak")),
                settings.log(),
                console);
        synchronized (this) {
            refuseWhenStopping();
            keycloak = process;
            process.start();
        }
        process.await(START_LIMIT);
        try (KeycloakAdmin admin = new KeycloakAdmin(addresses.url("keycloak"), secrets.get("keycloak-admin"))) {
            RealmFiles files = RealmFiles.demo(root)
                    .named(REALM)
                    .withPortal(addresses.url(ComityService.PORTAL))
                    .withSecrets(brokerSecrets());
            if (files.install(admin)) {
                console.step("The demonstration realm is there: 25 states and the secretariat");
            } else {
                RealmFiles.movePortal(admin, REALM, addresses.url(ComityService.PORTAL));
                files.completeBroker(admin, brokerSecrets());
            }
        }
    }

    private Map<String, String> brokerSecrets() {
        return ComityService.withDatabase()
                .collect(Collectors.toMap(
                        ComityService::brokerClient, service -> secrets.get(Configuration.brokerSecret(service))));
    }

    private void startServices() {
        List<Supervised> started = new ArrayList<>();
        for (ServiceProcess service : new Configuration(addresses, secrets, taxiiSeed).services()) {
            Path log = data.log(service.name());
            Supervised process = new Supervised(
                    service.name(),
                    () -> service.start(root, data.pidFile(service.name()), log),
                    () -> HttpProbe.isOk(service.readyUrl()),
                    log,
                    console);
            synchronized (this) {
                refuseWhenStopping();
                services.add(process);
                process.start();
            }
            started.add(process);
        }
        allOrFirstFailure(started.stream()
                        .map(process -> run(() -> process.await(START_LIMIT)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new LaunchException("Stopped while starting.");
        }
    }

    /** Whether {@link #close()} has begun. */
    synchronized boolean isStopping() {
        return stopping;
    }

    private void writeAddresses() {
        Properties properties = new Properties();
        addresses.byName().forEach((name, port) -> properties.setProperty(name, Integer.toString(port)));
        try (Writer writer = Files.newBufferedWriter(data.addresses())) {
            properties.store(writer, "ports of 127.0.0.1 where the running Comity listens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops everything that has been started, and returns when it is gone. */
    @Override
    public void close() {
        List<Supervised> running;
        synchronized (this) {
            stopping = true;
            running = List.copyOf(services);
            if (keycloak != null) {
                keycloak.release();
            }
        }
        running.parallelStream().forEach(service -> service.stop(SERVICE_GRACE));
        CompletableFuture<Void> signIn = run(() -> {
            if (keycloak != null) {
                keycloak.stop(SERVICE_GRACE);
            }
        });
        if (kafka != null) {
            kafka.close();
        }
        if (mail != null) {
            mail.close();
        }
        signIn.join();
        // a PostgreSQL that is just starting would otherwise outlive us
        databaseStart
                .exceptionally(failure -> null)
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .join();
        if (postgresWatch != null) {
            postgresWatch.release();
        }
        if (postgres != null) {
            postgres.close();
        }
        DataFolder.stopLeftovers(data.path());
        try {
            Files.deleteIfExists(data.addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
