package org.comity.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "comity-cli "
                    + Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(a build)")
        };
    }
}
