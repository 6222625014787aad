package org.comity.registry.state;

/** Where a state stands, as it is stored and shown. */
enum StateStatus {
    INTERESTED,
    SUBSCRIBED,
    ACCESS_SUSPENDED,
    WITHDRAWN;

    /** Whether the people and systems of a state that stands here are shut out of every service. */
    boolean endsAccess() {
        return switch (this) {
            case INTERESTED, SUBSCRIBED -> false;
            case ACCESS_SUSPENDED, WITHDRAWN -> true;
        };
    }
}
