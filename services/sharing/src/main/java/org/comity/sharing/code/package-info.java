/** Codes that more than one kind of record uses: control-list entries, the misuse that is feared (domain 6, 7.3). */
@NullMarked
package org.comity.sharing.code;

import org.jspecify.annotations.NullMarked;
