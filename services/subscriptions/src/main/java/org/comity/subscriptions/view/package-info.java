/**
 * The lists that a person narrowed and wants to find again, under a name; the desk of the person may have them too.
 *
 * <p>Rules: R-375.
 */
@NullMarked
package org.comity.subscriptions.view;

import org.jspecify.annotations.NullMarked;
