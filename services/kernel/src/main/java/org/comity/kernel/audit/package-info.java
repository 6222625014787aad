/** One row for each request: who, which records, when, what was decided. */
@NullMarked
package org.comity.kernel.audit;

import org.jspecify.annotations.NullMarked;
