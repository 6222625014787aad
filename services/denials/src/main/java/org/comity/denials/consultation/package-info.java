/**
 * Consultations: a state asks others about a candidate transaction, each in a thread of its own, decides, and tells of
 * an undercut (domain 3.2, 4.2, 4.9; docs/rules.md ). Nothing here decides or recommends anything.
 *
 * <p>One package for the whole, its threads and its notices, although it has more than twenty files: what a reader sees of
 * them ({@code Seen}) and the filter that decides it are seen inside the package alone. What is asked is the package
 * {@code content}, what follows from a step in a thread is {@code thread}.
 */
@NullMarked
package org.comity.denials.consultation;

import org.jspecify.annotations.NullMarked;
