/** Writes the interfaces of the portal's texts from their English files (docs/adr/0017-texts.md). */
@NullMarked
package org.comity.generator.texts;

import org.jspecify.annotations.NullMarked;
