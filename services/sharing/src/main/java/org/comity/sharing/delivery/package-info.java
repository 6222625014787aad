/**
 * What reaches a state's people and systems: how the deliverer reads a record for one state, under that state's wall
 * (docs/adr/0029-delivery.md, rules ). A service says of each kind of its records how it is read:
 * {@link org.comity.sharing.delivery.DeliverySource}.
 */
@NullMarked
package org.comity.sharing.delivery;

import org.jspecify.annotations.NullMarked;
