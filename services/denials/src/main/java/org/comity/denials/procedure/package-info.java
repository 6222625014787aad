/** Day counts of the procedures that the states adopted; the version in force on the day is obeyed. */
@NullMarked
package org.comity.denials.procedure;

import org.jspecify.annotations.NullMarked;
