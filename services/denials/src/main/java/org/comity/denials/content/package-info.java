/**
 * What a denial says: the fields of domain 3.1, their bounds, and what is missing before it can be submitted.
 *
 * <p>It has more than twenty files because each code list of the domain is one, of a few lines.
 */
@NullMarked
package org.comity.denials.content;

import org.jspecify.annotations.NullMarked;
