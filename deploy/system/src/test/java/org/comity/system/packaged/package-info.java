/** What only the packaged system can show: the services' jars, started by the launcher, asked from outside. */
@NullMarked
package org.comity.system.packaged;

import org.jspecify.annotations.NullMarked;
