/** "My work": what waits for this person. */
@NullMarked
package org.comity.portal.home;

import org.jspecify.annotations.NullMarked;
