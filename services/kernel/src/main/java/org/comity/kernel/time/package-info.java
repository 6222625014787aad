/** The clock and the source of identifiers, both replaceable in tests. */
@NullMarked
package org.comity.kernel.time;

import org.jspecify.annotations.NullMarked;
