/** Events that take effect once, whatever the number of deliveries (design, "Events"). */
@NullMarked
package org.comity.kernel.inbox;

import org.jspecify.annotations.NullMarked;
