/**
 * What denials are in sum: for a state over what it may see, and for the public once a year over what each originator
 * approved.
 */
@NullMarked
package org.comity.denials.statistics;

import org.jspecify.annotations.NullMarked;
