/** Which states opened a record: for its originator, by state and day, never by person (docs/rules.md R-181). */
@NullMarked
package org.comity.sharing.receipt;

import org.jspecify.annotations.NullMarked;
