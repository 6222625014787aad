/** The tear-line copy of a denial: what may be handed on, with its originator's consent. */
@NullMarked
package org.comity.portal.tearline;

import org.jspecify.annotations.NullMarked;
