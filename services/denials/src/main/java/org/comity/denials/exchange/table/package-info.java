/**
 * Rows of cells out of CSV and XLSX, read in one pass and within {@link org.comity.denials.exchange.table.FileBudget}:
 * docs/rules.md. This package knows no denial.
 */
@org.jspecify.annotations.NullMarked
package org.comity.denials.exchange.table;
