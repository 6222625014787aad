/** Who asked this service for what, for the state whose people asked. */
@NullMarked
package org.comity.bulletins.accesslog;

import org.jspecify.annotations.NullMarked;
