package org.comity.denials.planted;

import org.comity.registry.planted.OfRegistry;

/** A service that knows another: a planted violation. */
public final class UsesRegistry {

    private final OfRegistry other = new OfRegistry();

    OfRegistry other() {
        return other;
    }
}
