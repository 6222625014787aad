/** The way in and out: the landing page, signing out, what every request must pass, and what is said to who may not enter. */
@NullMarked
package org.comity.portal.entrance;

import org.jspecify.annotations.NullMarked;
