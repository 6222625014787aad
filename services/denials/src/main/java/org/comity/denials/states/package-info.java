/** The copy of the registry's states, kept from {@code registry.state.v1}. */
@NullMarked
package org.comity.denials.states;

import org.jspecify.annotations.NullMarked;
