/**
 * Atom (RFC 4287): the feed of a desk, or what a rule matched, for feed readers (rules ). An entry says that something
 * happened to a record and where to read what.
 */
@NullMarked
package org.comity.subscriptions.atom;

import org.jspecify.annotations.NullMarked;
