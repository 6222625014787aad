/** Throwing away what never went out, dropping a correction of a return, and sending a file back: each after a page that says what will be lost. */
@org.jspecify.annotations.NullMarked
package org.comity.portal.discard;
