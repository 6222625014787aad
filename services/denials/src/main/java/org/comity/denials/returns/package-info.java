/** Half-yearly returns: aggregated denials of less sensitive items, or none (domain 1b, Wassenaar's Appendix 2; 3.4). */
@NullMarked
package org.comity.denials.returns;

import org.jspecify.annotations.NullMarked;
