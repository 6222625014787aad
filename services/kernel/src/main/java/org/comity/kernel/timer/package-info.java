/**
 * Work that time sets off, without a caller: under a database role of its own, in one replica at a time, caught up
 * after downtime (design, "The country wall", 3). ADR 0011.
 */
@NullMarked
package org.comity.kernel.timer;

import org.jspecify.annotations.NullMarked;
