/** The denials service: what states denied, and to whom they release it. */
@NullMarked
package org.comity.denials;

import org.jspecify.annotations.NullMarked;
