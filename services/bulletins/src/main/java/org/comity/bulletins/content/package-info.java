/**
 * What a bulletin says.
 *
 * <p>Source: docs/rules.md R-319 to R-323 (domain 3.3).
 */
@NullMarked
package org.comity.bulletins.content;

import org.jspecify.annotations.NullMarked;
