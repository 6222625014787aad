package org.comity.bulletins.taxii;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How TAXII is served. */
@ConfigMapping(prefix = "comity.taxii")
interface TaxiiConfig {

    /** A file with API roots, collections and objects, for suites of tests; refused outside of demo, dev and test. */
    Optional<Path> seed();

    /** Where clients reach the service from outside, as in {@code https://bulletins.example}; by default as the request says. */
    Optional<URI> publicAddress();

    /** The most objects of a page. */
    @WithDefault("100")
    int largestPage();

    /** Assumption: the most objects of an envelope that comes in. */
    @WithDefault("1000")
    int largestEnvelope();
}
