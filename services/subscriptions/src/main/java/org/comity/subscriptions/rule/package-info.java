/**
 * What a person or a state's system wants to be told of, and how (rules ). A rule looks at what its owner's desk
 * sees of a record, and at nothing else.
 */
@NullMarked
package org.comity.subscriptions.rule;

import org.jspecify.annotations.NullMarked;
