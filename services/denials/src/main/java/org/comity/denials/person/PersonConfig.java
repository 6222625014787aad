package org.comity.denials.person;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** How natural persons are kept. */
@ConfigMapping(prefix = "comity.denials")
interface PersonConfig {

    /**
     * Keys of 256 bits, each as 64 hexadecimal digits. The first encrypts, all decrypt: to change the key, put a new
     * one before the old.
     */
    @WithName("person-keys")
    Optional<List<String>> keys();

    /**
     * How long natural persons are kept after their denial was revoked or has expired, or their consultation was closed
     * or withdrawn. Assumption: five years.
     */
    @WithName("person-retention")
    @WithDefault("P5Y")
    Period retention();

    /**
     * How long natural persons are kept in a draft, of a denial or a consultation, that nobody touches and that was
     * never notified or requested. Assumption: one year.
     */
    @WithName("draft-person-retention")
    @WithDefault("P1Y")
    Period draftRetention();

    /** How long the files that were imported are kept. Assumption: 90 days. */
    @WithName("import-retention")
    @WithDefault("P90D")
    Period importRetention();
}
