package org.comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.comity.backing.Folders;
import org.comity.local.LaunchedComity;

/**
 * The one Comity that the tests of this module share, because a first start takes a minute. The first test that asks
 * starts it with the demonstration's people and denials; it ends with the tests.
 */
public final class SharedComity {

    /** Folder of its data. */
    static final Path DATA = Path.of(System.getProperty("comity.root"), "deploy/system/target/data");

    private static LaunchedComity running;

    private SharedComity() {}

    /** The running Comity. */
    public static synchronized LaunchedComity get() {
        if (running == null) {
            try {
                LaunchedComity.down(DATA);
                Folders.delete(DATA);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            begin();
            System.out.println("first start: " + running.awaitReady());
            Runtime.getRuntime().addShutdownHook(new Thread(SharedComity::stop));
        }
        return running;
    }

    /**
     * Starts it again on its data, after its end.
     *
     * @return how long the start took
     */
    static synchronized Duration startAgain() {
        begin();
        return running.awaitReady();
    }

    private static void begin() {
        running = LaunchedComity.begin(DATA);
    }

    private static synchronized void stop() {
        running.close();
    }
}
