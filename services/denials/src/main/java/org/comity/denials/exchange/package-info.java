/**
 * Denials in files: read from a spreadsheet, checked whole, and made into drafts all or none. The layout is the one that
 * the United Kingdom's licensing system accepts, one row for each party. Rules: docs/rules.md.
 *
 * <p>One package for reading and writing, although it has more than twenty files: a column is one constant for both ways,
 * and what is written must be read again. The tables inside the files (CSV, XLSX) are the package {@code table}.
 */
@NullMarked
package org.comity.denials.exchange;

import org.jspecify.annotations.NullMarked;
