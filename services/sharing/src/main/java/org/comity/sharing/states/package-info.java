/** The registry's states as it last told of them: who subscribes, who belongs where, and when each works. */
@NullMarked
package org.comity.sharing.states;

import org.jspecify.annotations.NullMarked;
