/** The database half of the country wall: the caller's identity as session variables that row-level security reads (design, "The country wall", 2). */
@NullMarked
package org.comity.kernel.wall;

import org.jspecify.annotations.NullMarked;
