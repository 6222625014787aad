/** SQL whose values have names, and whose rows are records. */
@NullMarked
package org.comity.kernel.sql;

import org.jspecify.annotations.NullMarked;
