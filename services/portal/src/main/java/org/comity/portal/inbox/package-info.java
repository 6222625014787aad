/**
 * What is new since the reader was last here, and the rules that say what the reader wants to be told of (screens 2 and 12). The
 * service subscriptions keeps both.
 */
@NullMarked
package org.comity.portal.inbox;

import org.jspecify.annotations.NullMarked;
