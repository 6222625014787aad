/**
 * Server-sent events: the feed of a desk as it grows, with replay from the last number that the client has (rules ).
 */
@NullMarked
package org.comity.subscriptions.stream;

import org.jspecify.annotations.NullMarked;
