/** Denials counted: what a person sees in sum, and the public yearly tables, which need no sign-in. */
@NullMarked
package org.comity.portal.statistics;

import org.jspecify.annotations.NullMarked;
