/** Mechanism that every service of Comity stands on; it knows no business object. */
@NullMarked
package org.comity.kernel;

import org.jspecify.annotations.NullMarked;
