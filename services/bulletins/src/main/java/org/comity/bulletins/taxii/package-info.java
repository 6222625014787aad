/**
 * The TAXII 2.1 server: what each state has of bulletins as a collection to be walked by any client, and a collection of its own
 * that its system writes drafts to.
 *
 * <p>Source: docs/rules.md R-340 to R-346 (TAXII 2.1, OASIS standard).
 */
@NullMarked
package org.comity.bulletins.taxii;

import org.jspecify.annotations.NullMarked;
