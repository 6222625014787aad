/**
 * What one person writes takes effect when another person approves it, for every shared record: draft, submitted,
 * returned, approved.
 *
 * <p>Source: docs/rules.md R-10, R-11 (domain 4.1: four eyes); ADR 0022.
 */
@NullMarked
package org.comity.sharing.foureyes;

import org.jspecify.annotations.NullMarked;
