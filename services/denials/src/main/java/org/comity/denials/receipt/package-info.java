/**
 * What an originator learns of its readers: that a state opened a denial, and on which day; never who. A check leaves no
 * receipt. Rules: docs/rules.md R-181 to R-183 (domain 4.9; design, "The country wall").
 */
@NullMarked
package org.comity.denials.receipt;

import org.jspecify.annotations.NullMarked;
