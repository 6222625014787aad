/** Refusals and failures as problems of RFC 9457 that name the field. */
@NullMarked
package org.comity.kernel.problem;

import org.jspecify.annotations.NullMarked;
