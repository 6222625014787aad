package org.comity.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.comity.backing.BackingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./comity bench} runs: lists the benchmarks, or runs the one that is named. */
@Command(name = "./comity bench")
public final class Bench {

    private static final Set<String> ASKS_FOR_HELP = Set.of("help", "--help", "-h");

    private final Consumer<PostOptions> post;
    private final Consumer<ImportOptions> imports;
    private final Consumer<AbuseOptions> abuse;
    private final Consumer<FeedsOptions> feeds;

    /**
     * What runs the benchmarks.
     *
     * @param post runs the benchmark {@code post}
     * @param imports runs the benchmark {@code import}
     * @param abuse runs the benchmark {@code abuse}
     * @param feeds runs the benchmark {@code feeds}
     */
    Bench(
            Consumer<PostOptions> post,
            Consumer<ImportOptions> imports,
            Consumer<AbuseOptions> abuse,
            Consumer<FeedsOptions> feeds) {
        this.post = post;
        this.imports = imports;
        this.abuse = abuse;
        this.feeds = feeds;
    }

    /** Arguments: the name of a benchmark and its options; none for the list of benchmarks. */
    public static void main(String[] arguments) {
        int status = new Bench(
                        options -> new PostBenchmark(options).run(),
                        options -> new ImportBenchmark(options).run(),
                        options -> new AbuseBenchmark(options).run(),
                        options -> new FeedsBenchmark(options).run())
                .execute(arguments);
        System.exit(status);
    }

    int execute(String... arguments) {
        if (arguments.length == 0 || ASKS_FOR_HELP.contains(arguments[0])) {
            System.out.println(overview());
            return 0;
        }
        CommandLine line = new CommandLine(this);
        line.setExecutionExceptionHandler((failure, where, result) -> {
            if (failure instanceof BenchException || failure instanceof BackingException) {
                System.err.println("comity bench: " + failure.getMessage());
            } else {
                System.err.println("comity bench: something went wrong that was not foreseen:");
                failure.printStackTrace();
            }
            return 1;
        });
        return line.execute(arguments);
    }

    static String overview() {
        StringBuilder text = new StringBuilder("""
                Usage: ./comity bench BENCHMARK [OPTIONS]

                Each benchmark starts a Comity of its own in a temporary folder on free ports, measures it, and removes
                it at the end. Targets are told beside the figures; nothing fails when one is missed.

                  post    Posts denials, and reads the list of 100,000. Takes about six minutes; a quick run is
                          ./comity bench post --seconds 3 --records 5000
                          Targets:
                """);
        Target.POST.forEach(target -> aim(text, target));
        text.append("""

                  import  Brings a file of 10,000 denials from its check to its approval, beside denials posted one
                          by one. Takes some minutes; a quick run is ./comity bench import --rows 500 --sample 50
                          Target:
                """);
        aim(text, Target.IMPORT);
        text.append("""

                  abuse   Sends what is made to take all memory or all time, while another state works. Takes some five
                          minutes; a quick run is ./comity bench abuse --times 2
                          Targets:
                """);
        Target.ABUSE.forEach(target -> aim(text, target));
        text.append("""

                  feeds   Reads and writes TAXII, follows publications to streams, topics and webhooks, and lets the
                          number of states grow. Takes some ten minutes; a quick run is
                          ./comity bench feeds --bulletins 2000 --pages 50 --objects 1000 --publications 10 --batch 50
                          Targets:
                """);
        Target.FEEDS.forEach(target -> aim(text, target));
        return text.append("\n./comity bench BENCHMARK --help tells its options.")
                .toString();
    }

    private static void aim(StringBuilder text, Target target) {
        text.append("            %s: %s%n".formatted(target.what(), target.aim()));
    }

    @Command(
            name = "import",
            description = "Brings a file of denials from its check to its approval.",
            mixinStandardHelpOptions = true)
    int imports(
            @Option(
                            names = "--rows",
                            defaultValue = "10000",
                            description = "Rows of the file, each a denial of its own (${DEFAULT-VALUE}).")
                    int rows,
            @Option(
                            names = "--sample",
                            defaultValue = "500",
                            description = "Denials that are posted one by one (${DEFAULT-VALUE}).")
                    int sample,
            @Option(
                            names = "--concurrency",
                            defaultValue = "8",
                            description = "Requests at a time while they are posted (${DEFAULT-VALUE}).")
                    int concurrency,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to FILE too.") Path json) {
        imports.accept(new ImportOptions(rows, sample, concurrency, Optional.ofNullable(json)));
        return 0;
    }

    @Command(
            name = "abuse",
            description = "Sends hostile requests while another state works.",
            mixinStandardHelpOptions = true)
    int abuse(
            @Option(
                            names = "--times",
                            defaultValue = "10",
                            description = "How often each hostile request is sent (${DEFAULT-VALUE}).")
                    int times,
            @Option(
                            names = "--rate",
                            defaultValue = "10",
                            description = "Posts and lists of the other state per second (${DEFAULT-VALUE}).")
                    int rate,
            @Option(
                            names = "--quiet",
                            defaultValue = "10",
                            description = "Seconds that the other state works alone at first (${DEFAULT-VALUE}).")
                    int quiet,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to FILE too.") Path json) {
        abuse.accept(new AbuseOptions(times, rate, quiet, Optional.ofNullable(json)));
        return 0;
    }

    @Command(
            name = "feeds",
            description = "TAXII, and what reaches the people and systems of states.",
            mixinStandardHelpOptions = true)
    int feeds(
            @Option(
                            names = "--bulletins",
                            defaultValue = "100000",
                            description = "Bulletins in the collection that is read (${DEFAULT-VALUE}).")
                    int bulletins,
            @Option(
                            names = "--pages",
                            defaultValue = "300",
                            description = "How often each kind of page is read (${DEFAULT-VALUE}).")
                    int pages,
            @Option(
                            names = "--objects",
                            defaultValue = "20000",
                            description = "Objects that are brought through TAXII (${DEFAULT-VALUE}).")
                    int objects,
            @Option(
                            names = "--publications",
                            defaultValue = "60",
                            description = "Publications that are followed, each time (${DEFAULT-VALUE}).")
                    int publications,
            @Option(
                            names = "--batch",
                            defaultValue = "200",
                            description = "Publications at once while states grow (${DEFAULT-VALUE}).")
                    int batch,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to FILE too.") Path json) {
        feeds.accept(new FeedsOptions(bulletins, pages, objects, publications, batch, Optional.ofNullable(json)));
        return 0;
    }

    @Command(name = "post", description = "Posts denials, and reads the list of many.", mixinStandardHelpOptions = true)
    int post(
            @Option(
                            names = "--seconds",
                            defaultValue = "20",
                            description = "Length of each round of posting (${DEFAULT-VALUE}); the fixed-rate part"
                                    + " lasts three times as long.")
                    int seconds,
            @Option(
                            names = "--rate",
                            defaultValue = "50",
                            description = "Requests per second of the fixed-rate part (${DEFAULT-VALUE}).")
                    int rate,
            @Option(
                            names = "--records",
                            defaultValue = "100000",
                            description = "Denials on the list that is read (${DEFAULT-VALUE}).")
                    int records,
            @Option(
                            names = "--concurrency",
                            defaultValue = "8",
                            description = "Requests at a time when posting as fast as possible (${DEFAULT-VALUE}).")
                    int concurrency,
            @Option(
                            names = "--rounds",
                            defaultValue = "2",
                            description = "Rounds through the API, each followed by a bare one (${DEFAULT-VALUE}).")
                    int rounds,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to FILE too.") Path json) {
        post.accept(new PostOptions(seconds, rate, records, concurrency, rounds, Optional.ofNullable(json)));
        return 0;
    }
}
