package org.comity.subscriptions.feed;

/** What an entry of a feed means for its desk, and a match for its rule. */
public enum Change {
    /** The desk sees the record from now on. */
    CREATED,
    /** What the desk sees of it has changed, or falls due. */
    UPDATED,
    /** The desk sees it no longer: drop what was kept of it. */
    REMOVED
}
