/** Onward release: asking an originator to release a denial to others too, and answering. */
@NullMarked
package org.comity.portal.onward;

import org.jspecify.annotations.NullMarked;
