package org.comity.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.comity.backing.Folders;
import org.comity.local.LaunchedComity;

/** The Comity that a benchmark measures, with data in a temporary folder of the checkout, on the checkout's disk. */
final class MeasuredSystem implements AutoCloseable {

    private final Path folder;
    private final LaunchedComity comity;
    private boolean closed;

    private MeasuredSystem(Path folder, LaunchedComity comity) {
        this.folder = folder;
        this.comity = comity;
    }

    /** Begins to start; {@link #awaitReady()} waits until everything serves. */
    static MeasuredSystem start(Path root) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "bench-");
            return new MeasuredSystem(folder, LaunchedComity.begin(folder.resolve("data"), "--no-demo-data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        comity.awaitReady();
    }

    /** Where everything of this run is kept until it ends. */
    Path folder() {
        return folder;
    }

    String keycloakUrl() {
        return url("keycloak");
    }

    String denialsUrl() {
        return url("denials");
    }

    /** Where a part answers. */
    String url(String part) {
        return comity.url(part);
    }

    /** What PostgreSQL logs. */
    Path postgresLog() {
        return comity.log("postgres");
    }

    /** A connection to the denials' database as superuser, whom no policy binds; sends text of no declared type. */
    Connection superuser() throws SQLException {
        return superuser("denials");
    }

    /** The same to the database of a service. */
    Connection superuser(String service) throws SQLException {
        return connect(service, "postgres", comity.secret("postgres"));
    }

    /** A connection to the denials' database as the role that the service has, under the policies. */
    Connection application() throws SQLException {
        return application("denials");
    }

    /** The same of a service. */
    Connection application(String service) throws SQLException {
        return connect(service, service + "_app", comity.secret(service + "-app"));
    }

    private Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + comity.port("postgres") + "/" + database + "?stringtype=unspecified",
                role,
                password);
    }

    /** The process of a service that runs now; 0 where none does. */
    long pid(String service) {
        return comity.part(service).map(ProcessHandle::pid).orElse(0L);
    }

    /** Processor time that the denials service has used so far. */
    Duration denialsCpu() {
        return cpu("denials");
    }

    /** The same of any service. */
    Duration cpu(String service) {
        return comity.part(service).map(MeasuredSystem::cpu).orElse(Duration.ZERO);
    }

    /** Processor time that the PostgreSQL processes that now run have used so far. */
    Duration postgresCpu() {
        return comity.postgres().stream().map(MeasuredSystem::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops everything and removes the data; twice does no harm. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        comity.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new BenchException("The temporary folder " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
