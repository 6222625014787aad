/** Conditional requests, repeatable creating requests, and the reading of bodies. */
@NullMarked
package org.comity.kernel.http;

import org.jspecify.annotations.NullMarked;
