/**
 * Denials in files: read from a spreadsheet, checked whole, and made into drafts all or none. The layout is the one that
 * the United Kingdom's licensing system accepts, one row for each party. Rules: docs/rules.md.
 */
@NullMarked
package org.comity.denials.exchange;

import org.jspecify.annotations.NullMarked;
