/**
 * What is new for a person since the person was last here (rules ). An entry says what happened to which record; what the
 * record is called is read when the inbox is, under the reader's own wall.
 */
@NullMarked
package org.comity.subscriptions.inbox;

import org.jspecify.annotations.NullMarked;
