/** Who asked this service for what, for the state whose people asked. */
@NullMarked
package org.comity.subscriptions.accesslog;

import org.jspecify.annotations.NullMarked;
