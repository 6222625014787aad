/** Bulletins on threats and risks, and what states say of them. */
@NullMarked
package org.comity.bulletins;

import org.jspecify.annotations.NullMarked;
