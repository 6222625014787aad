package org.comity.crash.walk;

import java.util.Set;
import java.util.random.RandomGenerator;

/** A record that the walk leads about, as the diagrams have it: the model that the service is held against. */
interface Walked {

    /** Its address. */
    String address();

    /** The state that made it. */
    String owner();

    /** Some command that this person might give, with what must come of it. */
    Act act(RandomGenerator random, Person by);

    /** Whether it was thrown away, so that nobody finds it any more. */
    boolean isGone();

    /** The statuses in which its owner may find it now. */
    Set<String> statuses();

    /** What its owner found, where the diagrams leave it open. */
    void found(String status);

    /** Whether the licensing desk of this state sees it. */
    boolean isSeenBy(String state);
}
