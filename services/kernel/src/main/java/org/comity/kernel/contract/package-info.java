/**
 * The service's contract, the file of openapi/ that lies in its jar: served as it is, and asked which methods and
 * parameters an address has (docs/rules.md ).
 */
@NullMarked
package org.comity.kernel.contract;

import org.jspecify.annotations.NullMarked;
