/**
 * Mail: at once, or as a digest of a day or a week in the reader's zone (rules ). A mail says that something waits and
 * where, and nothing of what.
 */
@NullMarked
package org.comity.subscriptions.mail;

import org.jspecify.annotations.NullMarked;
