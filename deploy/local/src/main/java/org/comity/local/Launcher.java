package org.comity.local;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.common.utils.Exit;
import org.comity.backing.BackingException;
import org.comity.backing.ComityService;
import org.comity.backing.ProcessMark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./comity up} and {@code ./comity down} run. */
@Command(name = "./comity", description = "Starts and stops Comity on this machine.")
public final class Launcher {

    /** System property: whether the launcher ends with the process that started it. */
    static final String ATTACHED = "comity.attached";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Console console = new Console(System.out);

    private Launcher() {}

    /** Arguments: {@code up} or {@code down} with their options. */
    public static void main(String[] arguments) {
        if (Boolean.getBoolean(ATTACHED)) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        }
        CommandLine line = new CommandLine(new Launcher());
        line.setExecutionExceptionHandler((failure, where, result) -> {
            if (failure instanceof LaunchException || failure instanceof BackingException) {
                System.err.println("comity: " + failure.getMessage());
            } else {
                System.err.println("comity: something went wrong that Comity did not foresee:");
                failure.printStackTrace();
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    @Command(name = "up", description = "Starts everything and stays until it is stopped.")
    int up(
            @Option(names = "--data", paramLabel = "DIR", description = "Folder for the data; ~/.comity by default.")
                    Path chosen,
            @Option(names = "--fresh", description = "Starts over: deletes the data first.") boolean fresh,
            @Option(names = "--ports", paramLabel = "NAME=PORT,...", defaultValue = "") String ports,
            @Option(names = "--no-demo-data", description = "Loads no invented denials.") boolean withoutDemoData,
            @Option(names = "--taxii-seed", paramLabel = "FILE", description = "Collections for tests of TAXII.")
                    Path taxiiSeed)
            throws InterruptedException {
        Path root = root();
        Addresses addresses = Addresses.of(ports);
        ServiceProcess.requireBuilt(root);
        // not closed: the lock is given back by the end of this process, when everything has been stopped
        DataFolder data = DataFolder.open(folder(chosen));
        ProcessMark.of(ProcessHandle.current()).write(DataFolder.launcherFile(data.path()));
        List<String> leftovers = DataFolder.stopLeftovers(data.path());
        if (!leftovers.isEmpty()) {
            console.step("Stopped what an earlier run had left: " + String.join(", ", leftovers));
        }
        if (fresh) {
            data.empty();
        }
        data.requireSpace();
        addresses.requireFree();
        logTo(data.log("launcher"));
        run(
                new Stack(root, data, addresses, Optional.ofNullable(taxiiSeed), console),
                data,
                addresses,
                withoutDemoData);
        return 0;
    }

    private void run(Stack stack, DataFolder data, Addresses addresses, boolean withoutDemoData)
            throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            console.step("Stopping");
            stack.close();
            console.step("Stopped");
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        // Kafka halts the whole process when its disk fails; the others must be stopped then
        Exit.setHaltProcedure((status, message) -> new Thread(() -> System.exit(status)).start());
        // from here on a failure ends the process, and so the hook stops what has been started
        try {
            stack.start();
            if (!withoutDemoData) {
                DemoRecords.load(data, addresses, console, Clock.systemUTC());
            }
            console.say(greeting(data, addresses));
        } catch (RuntimeException e) {
            // what fails because we are being stopped is of no interest
            if (!stack.isStopping()) {
                throw e;
            }
        }
        stopped.await();
    }

    private static String greeting(DataFolder data, Addresses addresses) {
        return """

                Comity is ready:  %s

                Sign in with the password comity-demo as
                  nl.officer, nl.approver, de.officer, de.analyst, jp.officer, ... (state code . post)
                  posts: officer, approver, analyst, poc, admin, auditor; secretariat.staff, secretariat.admin
                Every denial and every company in the demonstration is invented. Mails that were sent: %s

                Data and logs are in %s. Ctrl-C, or ./comity down, stops everything.
                """.formatted(addresses.url(ComityService.PORTAL), addresses.url("mail"), data.path());
    }

    @Command(name = "down", description = "Stops what \"up\" started.")
    int down(
            @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data; ~/.comity by default.")
                    Path chosen) {
        Path folder = folder(chosen);
        if (!DataFolder.isOurs(folder)) {
            console.say("There is no Comity in " + folder + ".");
            return 0;
        }
        Optional<ProcessHandle> launcher =
                ProcessMark.read(DataFolder.launcherFile(folder)).flatMap(ProcessMark::running);
        launcher.ifPresent(process -> ProcessMark.stop(process, STOP_LIMIT));
        List<String> leftovers = DataFolder.stopLeftovers(folder);
        if (launcher.isPresent()) {
            console.say("Stopped.");
        } else if (!leftovers.isEmpty()) {
            console.say("Stopped what an earlier run had left: " + String.join(", ", leftovers) + ".");
        } else {
            console.say("Nothing was running on the data in " + folder + ".");
        }
        return 0;
    }

    private static Path folder(Path chosen) {
        Path folder = chosen == null ? Path.of(System.getProperty("user.home"), ".comity") : chosen;
        return folder.toAbsolutePath().normalize();
    }

    private static Path root() {
        String root = System.getProperty("comity.root");
        if (root == null) {
            throw new LaunchException("Start Comity with ./comity, which says where its files are.");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** Kafka and the embedded PostgreSQL speak through java.util.logging: warnings go to a file, not to the screen. */
    private static void logTo(Path file) {
        try {
            LogManager.getLogManager().readConfiguration(InputStream.nullInputStream());
            Handler handler = new FileHandler(file.toString(), true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.WARNING);
            Logger.getLogger("").addHandler(handler);
            Logger.getLogger("").setLevel(Level.WARNING);
        } catch (java.io.IOException e) {
            throw new LaunchException("The log " + file + " cannot be written: " + e.getMessage());
        }
    }
}
