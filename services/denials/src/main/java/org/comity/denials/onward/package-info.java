/** Onward release: a state that reads a denial asks its originator to release it to others too (domain 4.10 (1)). */
@NullMarked
package org.comity.denials.onward;

import org.jspecify.annotations.NullMarked;
