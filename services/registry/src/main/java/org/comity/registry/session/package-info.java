/** The caller's own session, which ends everywhere at once (design, "The country wall", 4). */
@NullMarked
package org.comity.registry.session;

import org.jspecify.annotations.NullMarked;
