/**
 * The records of a kind as a service shares them: opened as a draft, found through the wall, changed by steps, released,
 * listed. A service adds what its record says.
 *
 * <p>Source: docs/rules.md; ADR 0025.
 */
@NullMarked
package org.comity.sharing.record;

import org.jspecify.annotations.NullMarked;
