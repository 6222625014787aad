/** Lists in pages with opaque, tie-safe cursors and Link headers (RFC 8288). */
@NullMarked
package org.comity.kernel.paging;

import org.jspecify.annotations.NullMarked;
