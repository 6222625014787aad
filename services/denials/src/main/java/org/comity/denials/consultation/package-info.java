/**
 * Consultations: a state asks others about a candidate transaction, each in a thread of its own, decides, and tells of
 * an undercut (domain 3.2, 4.2, 4.9; docs/rules.md ). Nothing here decides or recommends anything.
 */
@NullMarked
package org.comity.denials.consultation;

import org.jspecify.annotations.NullMarked;
