/** Access that ends at once: a row in the {@code access} database that every request reads (design, "The country wall", 4). */
@NullMarked
package org.comity.kernel.access;

import org.jspecify.annotations.NullMarked;
