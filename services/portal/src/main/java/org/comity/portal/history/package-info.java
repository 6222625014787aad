/** The versions of an own denial, and what is different between them. */
@NullMarked
package org.comity.portal.history;

import org.jspecify.annotations.NullMarked;
