/** Control-list entries: their grammar (domain 7.3) and the surveillance-related ones that Comity knows (domain 7.2). */
@NullMarked
package org.comity.denials.controllist;

import org.jspecify.annotations.NullMarked;
