/** What text may come in: bounded, printable, well-formed. */
@NullMarked
package org.comity.kernel.text;

import org.jspecify.annotations.NullMarked;
