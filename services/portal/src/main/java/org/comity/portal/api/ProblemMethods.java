package org.comity.portal.api;

import org.jspecify.annotations.Nullable;

/** What a problem can tell beside its fields. */
public interface ProblemMethods {

    @Nullable
    String type();

    /** The last part of the type, such as {@code state-suspended}; empty where there is none. */
    default String slug() {
        String type = type();
        return type == null ? "" : type.substring(type.lastIndexOf(':') + 1);
    }
}
