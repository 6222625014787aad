/** What is different between two versions of a denial, so that a person can read it. */
@NullMarked
package org.comity.denials.difference;

import org.jspecify.annotations.NullMarked;
