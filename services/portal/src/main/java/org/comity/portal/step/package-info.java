/**
 * The frame of every step of a record: who is offered it, what its page asks, what it sends, and how it goes on. A step is
 * described once; one frame asks, takes, and shows again what was typed (docs/adr/0019-lists-and-steps.md).
 */
@NullMarked
package org.comity.portal.step;

import org.jspecify.annotations.NullMarked;
