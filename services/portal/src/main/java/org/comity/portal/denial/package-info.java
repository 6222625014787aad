/** The pages on denials: find one, read one, post one step by step, approve one. */
@NullMarked
package org.comity.portal.denial;

import org.jspecify.annotations.NullMarked;
