/**
 * One topic for each state, {@code feed.<iso2>.v1}, for its own systems (docs/adr/0030-a-topic-for-each-state.md, rules R-400 and
 * the feed of its licensing desk, where systems sit.
 */
@NullMarked
package org.comity.subscriptions.topic;

import org.jspecify.annotations.NullMarked;
