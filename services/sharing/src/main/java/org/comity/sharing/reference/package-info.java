/** How records are called among states. */
@NullMarked
package org.comity.sharing.reference;

import org.jspecify.annotations.NullMarked;
