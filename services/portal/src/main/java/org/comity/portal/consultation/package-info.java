/**
 * The pages on consultations: find one, draft one step by step, answer one, decide. A page shows what the service answers to
 * this reader: a consulted state has its own thread and nothing of any other (docs/rules.md R-131).
 */
@NullMarked
package org.comity.portal.consultation;

import org.jspecify.annotations.NullMarked;
