package org.comity.cli;

/** What files are answered in. */
final class MediaTypes {

    static final String CSV = "text/csv";
    static final String PDF = "application/pdf";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private MediaTypes() {}
}
