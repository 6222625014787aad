/**
 * What is kept of a denial beside its header, its narrative and its desk's file: references that have readers of their
 * own, the versions, and what denials are searched by (docs/adr/0023-content-in-three-rows.md).
 */
@NullMarked
package org.comity.denials.denial.kept;

import org.jspecify.annotations.NullMarked;
