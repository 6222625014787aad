package org.comity.sharing.planted;

import org.comity.registry.planted.OfRegistry;

/** The library of shared records, knowing a service. */
public final class KnowsService {

    private KnowsService() {}

    /** What it should not do. */
    public static String name() {
        return OfRegistry.class.getName();
    }
}
