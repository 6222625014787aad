/**
 * The copies of bulletins that everybody may read, without an account.
 *
 * <p>Source: docs/rules.md R-329 (domain 4.3, 4.9).
 */
@NullMarked
package org.comity.bulletins.open;

import org.jspecify.annotations.NullMarked;
