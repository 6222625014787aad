package org.comity.entrance;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large a request may be, part by part, and how long its body may take. */
@ConfigMapping(prefix = "comity.http")
public interface EntranceConfig {

    /** Assumption: the most bytes of a body that is no form with files; a draft that a person types is far smaller. */
    @WithDefault("256K")
    MemorySize largestBody();

    /**
     * The most bytes of a form with files, in a service: a file of 10,000 rows. The server's own bound
     * ({@code quarkus.http.limits.max-body-size}) lies above it.
     */
    @WithDefault("8M")
    MemorySize largestForm();

    /** The most bytes of an address with its query. */
    @WithDefault("4K")
    MemorySize longestAddress();

    /** The most bytes of all headers together. */
    @WithDefault("16K")
    MemorySize largestHeaders();

    /** Assumption: the longest that a body may take to arrive: 8 MB at one megabit a second. */
    @WithDefault("70S")
    Duration slowestBody();
}
