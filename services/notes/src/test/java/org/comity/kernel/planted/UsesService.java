package org.comity.kernel.planted;

import org.comity.registry.planted.OfRegistry;

/** A kernel that knows a service: a planted violation. */
public final class UsesService {

    private final OfRegistry business = new OfRegistry();

    OfRegistry business() {
        return business;
    }
}
