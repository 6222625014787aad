/** The states of the Code: who takes part in which regime, when each works, and whom to ask there. */
@NullMarked
package org.comity.portal.states;

import org.jspecify.annotations.NullMarked;
