package org.comity.denials.exchange;

import java.util.Locale;
import java.util.Optional;

/** How a file is written. */
public enum FileFormat {
    /** Comma-separated values (RFC 4180) in UTF-8; semicolons and tabs are understood too. */
    CSV(FileFormat.CSV_TYPE),
    /** An Office Open XML workbook; its first sheet counts that is not hidden. */
    XLSX(FileFormat.XLSX_TYPE);

    /** The media type of {@link #CSV}. */
    static final String CSV_TYPE = "text/csv";

    /** The media type of {@link #XLSX}. */
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The format of a file of this name. */
    static Optional<FileFormat> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv")
                ? Optional.of(CSV)
                : lower.endsWith(".xlsx") ? Optional.of(XLSX) : Optional.empty();
    }

    /** The format of this name, in whatever case. */
    static Optional<FileFormat> parse(String text) {
        for (FileFormat format : values()) {
            if (format.name().equalsIgnoreCase(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
