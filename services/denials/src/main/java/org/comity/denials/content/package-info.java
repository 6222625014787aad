/** What a denial says: the fields of domain 3.1, their bounds, and what is missing before it can be submitted. */
@NullMarked
package org.comity.denials.content;

import org.jspecify.annotations.NullMarked;
