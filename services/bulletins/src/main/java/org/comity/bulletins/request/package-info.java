/**
 * Requests for information: a state asks states of its choice, each of which answers it alone and by a day of its own
 * calendar. A request is a shared record like a bulletin, with a list of states as its release; whom else it asks stands in
 * the desk's file, and what each is asked in a row of that state.
 *
 * <p>Source: docs/rules.md.
 */
@NullMarked
package org.comity.bulletins.request;

import org.jspecify.annotations.NullMarked;
