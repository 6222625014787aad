package org.comity.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How large the benchmark {@code feeds} is.
 *
 * @param bulletins that the reader of the collection sees
 * @param pages how often each kind of page is read, after as many that are not measured
 * @param objects that are taken in through TAXII
 * @param publications that are followed to streams, topics and webhooks, each time
 * @param batch publications that wait at once while the number of states grows
 * @param json where the figures are written too
 */
record FeedsOptions(int bulletins, int pages, int objects, int publications, int batch, Optional<Path> json) {

    FeedsOptions {
        PostOptions.within("--bulletins", bulletins, 100, 1_000_000);
        PostOptions.within("--pages", pages, 10, 10_000);
        PostOptions.within("--objects", objects, 100, 1_000_000);
        PostOptions.within("--publications", publications, 5, 1_000);
        PostOptions.within("--batch", batch, 10, 10_000);
    }
}
