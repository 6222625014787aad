/** Events written with the business transaction and sent to Kafka at least once, in order for each key (design, "Events"). */
@NullMarked
package org.comity.kernel.outbox;

import org.jspecify.annotations.NullMarked;
