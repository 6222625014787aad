package org.comity.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which version of a record a step is for.
 *
 * <p>Rules: R-227.
 */
final class ReadVersion {

    private ReadVersion() {}

    /** Of a step that answers for what somebody has read: that version, and no other. */
    static final class Required {

        @Option(
                names = "--if-match",
                required = true,
                paramLabel = "TAG",
                description = "The tag that show printed with what you read; refused if it was changed since.")
        private String tag = "";

        String tag() {
            return Names.tag(tag);
        }
    }

    /** Of any other step: that version, or else the one that there is. */
    static final class Optional {

        @Option(
                names = "--if-match",
                paramLabel = "TAG",
                description =
                        "The tag of the version that you read; without it, the step is taken on the present version.")
        private @Nullable String tag;

        @Nullable
        String tag() {
            return tag == null ? null : Names.tag(tag);
        }
    }
}
