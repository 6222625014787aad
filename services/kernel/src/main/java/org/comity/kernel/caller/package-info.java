/** Who is asking: person, state and roles, taken from the token alone (design, "Identity"). */
@NullMarked
package org.comity.kernel.caller;

import org.jspecify.annotations.NullMarked;
