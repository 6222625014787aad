/**
 * What states say of the copies that they took of a record which they see no longer: that these are gone.
 *
 * <p>Rules: R-376.
 */
@NullMarked
package org.comity.subscriptions.copy;

import org.jspecify.annotations.NullMarked;
