package org.comity.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive of loaded classes that the build makes for each service (Quarkus' AppCDS), with which a start takes half
 * of the processor time. A JVM of another version than the build's ignores it, and starts as it would without. The
 * process must start in the folder {@code quarkus-app}: the archive names the jar by its path from there.
 */
public final class SharedClasses {

    private SharedClasses() {}

    /**
     * JVM options for a service.
     *
     * @param application its folder {@code quarkus-app}
     */
    public static List<String> options(Path application) {
        Path archive = application.resolve("app-cds.jsa");
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }
}
