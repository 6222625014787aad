/**
 * Webhooks after the Standard Webhooks specification: each entry of a feed, or each match of a rule, sent to an address of its owner,
 * signed, in order, and again until it is taken (rules ).
 */
@NullMarked
package org.comity.subscriptions.webhook;

import org.jspecify.annotations.NullMarked;
