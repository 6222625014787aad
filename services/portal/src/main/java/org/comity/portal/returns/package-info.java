/** Half-yearly returns: who returned what, giving one, and approving it. */
@NullMarked
package org.comity.portal.returns;

import org.jspecify.annotations.NullMarked;
