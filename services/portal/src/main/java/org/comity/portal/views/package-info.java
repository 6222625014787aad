/** Lists that a person narrowed and saved under a name. */
@NullMarked
package org.comity.portal.views;

import org.jspecify.annotations.NullMarked;
