/** A state's own figures of a year: proposed by one person, approved by another, and then part of the public table. */
@NullMarked
package org.comity.portal.figures;

import org.jspecify.annotations.NullMarked;
