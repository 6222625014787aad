/**
 * The feed of each desk: what happened to records that the desk sees, in a sequence without a gap
 * (docs/adr/0029-delivery.md, rules ). Every channel is a way out of a feed.
 */
@NullMarked
package org.comity.subscriptions.feed;

import org.jspecify.annotations.NullMarked;
