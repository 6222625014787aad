/**
 * Bulletins as STIX 2.1: how one is written as objects, what comes in checked and read, and where objects are kept.
 *
 * <p>Source: docs/rules.md R-331 to R-333 (STIX 2.1, OASIS standard; TLP 2.0 extension).
 */
@NullMarked
package org.comity.bulletins.stix;

import org.jspecify.annotations.NullMarked;
