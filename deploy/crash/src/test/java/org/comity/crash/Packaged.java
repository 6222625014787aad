package org.comity.crash;

import java.nio.file.Path;

/** Where the packaged services lie. */
public final class Packaged {

    /** The service of denials, as it is deployed. */
    public static final Path DENIALS =
            Path.of(System.getProperty("comity.root", "../.."), "services", "denials", "target", "quarkus-app");

    private Packaged() {}
}
