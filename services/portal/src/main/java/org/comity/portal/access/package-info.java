/** "Who saw what": what the person's own colleagues did, and which states opened the state's own denials. */
@NullMarked
package org.comity.portal.access;

import org.jspecify.annotations.NullMarked;
