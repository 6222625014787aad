/** What stands between HTTP and what we write, in services and portal alike (docs/rules.md ). */
@NullMarked
package org.comity.entrance;

import org.jspecify.annotations.NullMarked;
