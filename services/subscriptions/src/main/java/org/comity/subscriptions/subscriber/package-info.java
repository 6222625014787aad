/** Who is told: to which address, in which language and zone (rules ). */
@NullMarked
package org.comity.subscriptions.subscriber;

import org.jspecify.annotations.NullMarked;
