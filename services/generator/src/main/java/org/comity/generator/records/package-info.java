/** Writes the records that a module reads and sends from the contracts in {@code openapi/} (docs/adr/0018-records.md). */
@NullMarked
package org.comity.generator.records;

import org.jspecify.annotations.NullMarked;
