package org.comity.backing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and controller in this process (KRaft, one node). Topics are never made by accident: see
 * {@link Topics}.
 */
public final class KafkaServer implements AutoCloseable {

    /**
     * What a broker needs to know.
     *
     * @param data folder of its log; formatted by the first start, kept afterwards
     * @param port port for clients, 0 for a free one
     * @param controllerPort port of the controller, used by the broker alone, 0 for a free one
     * @param realm address of the realm whose clients may sign in, such as {@code http://127.0.0.1:8180/realms/comity};
     *     without one the broker asks nobody for a name, which is for tests of single modules alone
     */
    public record Settings(Path data, int port, int controllerPort, Optional<String> realm) {

        /** A broker that asks nobody for a name. */
        static Settings open(Path data, int port, int controllerPort) {
            return new Settings(data, port, controllerPort, Optional.empty());
        }
    }

    private final KafkaRaftServer server;
    private final int port;
    private final Map<String, Object> admin;

    private KafkaServer(KafkaRaftServer server, int port, Map<String, Object> admin) {
        this.server = server;
        this.port = port;
        this.admin = admin;
    }

    /** Starts the broker and returns when it accepts clients. */
    public static KafkaServer start(Settings settings) {
        int port = Ports.orFree(settings.port());
        Properties properties = properties(settings.data(), port, Ports.orFree(settings.controllerPort()));
        Optional<BrokerSignIn> signIn = settings.realm().map(BrokerSignIn::new);
        try {
            Files.createDirectories(settings.data());
            format(settings.data(), properties);
        } catch (IOException e) {
            throw new BackingException("Kafka's folder could not be prepared: " + e.getMessage(), e);
        }
        // after formatting, which writes its settings down
        signIn.ifPresent(keys -> keys.require(properties));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        Map<String, Object> admin = new HashMap<>();
        admin.put("bootstrap.servers", "127.0.0.1:" + port);
        signIn.ifPresent(keys -> admin.putAll(keys.ofBroker()));
        return new KafkaServer(server, port, Map.copyOf(admin));
    }

    private static void format(Path data, Properties properties) throws IOException {
        if (Files.exists(data.resolve("log").resolve("meta.properties"))) {
            return;
        }
        Path file = data.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "written by Comity, for formatting only");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--ignore-formatted"
        };
        int status;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            status = StorageTool.execute(command, out);
        }
        if (status != 0) {
            throw new BackingException(
                    "Kafka's folder could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties properties(Path data, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", data.resolve("log").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("num.partitions", "1");
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // one broker is the only copy: a message counts as published when it is on the disk
        properties.put("log.flush.interval.messages", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        // without these three the next start waits about ten seconds for the old session to lapse
        properties.put("controlled.shutdown.enable", "true");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        return properties;
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** How an administrator reaches the broker, by the keys of Kafka's clients. Lives as long as this process. */
    public Map<String, Object> admin() {
        return admin;
    }

    /** Stops the broker and waits until it is down. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
