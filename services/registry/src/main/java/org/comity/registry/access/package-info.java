/** The writing half of the {@code access} database: whose access ends at once (design, "The country wall", 4). */
@NullMarked
package org.comity.registry.access;

import org.jspecify.annotations.NullMarked;
