package org.comity.crash.walk;

import java.util.Map;
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

    /** What this person finds. */
    Seen seenBy(Person reader);

    /** Whether the licensing desk of this state sees it. */
    default boolean isSeenBy(String state) {
        return seenBy(Person.officer(state)).visible();
    }

    /**
     * What somebody finds of a record.
     *
     * @param says fields with what they say to this reader, each by the way there, such as {@code threads/0/state}
     * @param without fields that this reader does not get, likewise
     */
    record Seen(boolean visible, Map<String, String> says, Set<String> without) {

        static final Seen NOTHING = new Seen(false, Map.of(), Set.of());
    }
}
