/**
 * The life of a thread, which is what one consulted state has of a consultation: its clock, its replies, what its
 * silence means (domain 0.5, 0.6, 1c, 4.2; docs/rules.md ). It knows no database and nobody's rights.
 */
@NullMarked
package org.comity.denials.consultation.thread;

import org.jspecify.annotations.NullMarked;
