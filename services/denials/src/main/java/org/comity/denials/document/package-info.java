/** One denial as a tagged PDF, for a file on paper or a reader without the portal. */
@NullMarked
package org.comity.denials.document;

import org.jspecify.annotations.NullMarked;
