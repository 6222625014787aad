/**
 * Answers with a problem what the {@code entrance} library refuses, and what the contract does not have: before anything
 * of ours reads it (docs/rules.md ).
 */
@NullMarked
package org.comity.kernel.entrance;

import org.jspecify.annotations.NullMarked;
