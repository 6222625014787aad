/**
 * A bulletin, from draft to recall, and who reads it.
 *
 * <p>Source: docs/rules.md R-318 to R-326 (domain 3.3, 4.3, 4.9).
 */
@NullMarked
package org.comity.bulletins.bulletin;

import org.jspecify.annotations.NullMarked;
