/** To whom a record is released, whom that reaches, and how much of it a reader sees (docs/rules.md ). */
@NullMarked
package org.comity.sharing.release;

import org.jspecify.annotations.NullMarked;
