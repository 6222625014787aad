/**
 * Natural persons, in a store of their own: encrypted with keys that the database does not have, gone after the
 * retention period. Everywhere else stands a placeholder.
 */
@NullMarked
package org.comity.denials.person;

import org.jspecify.annotations.NullMarked;
