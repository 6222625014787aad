/** Renewing and revoking a denial: proposed by one person, in effect when another one approves. */
@NullMarked
package org.comity.portal.proposal;

import org.jspecify.annotations.NullMarked;
