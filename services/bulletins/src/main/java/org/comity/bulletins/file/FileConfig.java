package org.comity.bulletins.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/** How files are kept. */
@ConfigMapping(prefix = "comity.bulletins")
interface FileConfig {

    /**
     * Keys of 256 bits, each as 64 hexadecimal digits. The first encrypts, all decrypt: to change the key, put a new
     * one before the old.
     */
    @WithName("attachment-keys")
    Optional<List<String>> keys();
}
