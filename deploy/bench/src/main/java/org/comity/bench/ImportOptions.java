package org.comity.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How large the benchmark {@code import} is.
 *
 * @param rows of the file, each a denial of its own
 * @param sample denials that are posted one by one
 * @param concurrency requests at a time while they are posted
 * @param json where the figures are written too
 */
record ImportOptions(int rows, int sample, int concurrency, Optional<Path> json) {

    ImportOptions {
        PostOptions.within("--rows", rows, 1, 10_000);
        PostOptions.within("--sample", sample, 1, 10_000);
        PostOptions.within("--concurrency", concurrency, 1, 64);
    }
}
