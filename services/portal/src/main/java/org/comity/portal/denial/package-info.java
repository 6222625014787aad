/**
 * The pages on denials: find one, read one, post one step by step, approve one.
 *
 * <p>{@code DenialForm} is longer than other classes: it describes every field that a denial has and no other record has.
 */
@NullMarked
package org.comity.portal.denial;

import org.jspecify.annotations.NullMarked;
