package org.comity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.comity.backing.Folders;
import org.comity.backing.PostgresServer;

/** A Comity of the tests' own, started as {@code ./comity up} starts it, on free ports. */
public final class RunningComity implements AutoCloseable {

    private final LaunchedStack stack;
    private final Path data;

    private RunningComity(LaunchedStack stack, Path data) {
        this.stack = stack;
        this.data = data;
    }

    /** Starts with the demonstration's people and denials, on data of this name. */
    public static RunningComity start(String name) {
        Path data = Path.of(System.getProperty("comity.root"), "deploy/local/target", name);
        try {
            LaunchedStack.down(data);
            Folders.delete(data);
            LaunchedStack stack = LaunchedStack.up(data, "--ports", "base=0");
            stack.awaitReady();
            return new RunningComity(stack, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Address of a part, without a path. */
    public String url(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** Port of a part. */
    public int port(String part) {
        try {
            return stack.port(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a service, as it runs now. */
    public ProcessHandle process(String service) {
        return stack.part(service);
    }

    /** PostgreSQL and all that it has started. */
    public List<ProcessHandle> postgres() {
        return PostgresServer.running(data.resolve("postgres")).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    /** A password of this Comity. */
    public String password(String name) {
        return Secrets.in(data.resolve("secrets.properties")).get(name);
    }

    /** What a part has logged. */
    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    @Override
    public void close() {
        try {
            LaunchedStack.down(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
