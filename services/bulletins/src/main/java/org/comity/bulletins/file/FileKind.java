package org.comity.bulletins.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types that are attached.
 *
 * <p>Rules: R-363.
 */
public enum FileKind {
    /** Portable Document Format. */
    PDF("application/pdf", List.of(".pdf"), Set.of("application/x-pdf")),
    /** A picture without loss. */
    PNG("image/png", List.of(".png"), Set.of("image/x-png")),
    /** A photograph. */
    JPEG("image/jpeg", List.of(".jpg", ".jpeg"), Set.of("image/jpg", "image/pjpeg")),
    /** A table as text; it is text by its bytes, and a table by the ending of its name. */
    CSV(
            "text/csv",
            List.of(".csv"),
            // as browsers name it where a spreadsheet program is installed
            Set.of("text/plain", "application/csv", "application/vnd.ms-excel")),
    /** Text in UTF-8. */
    TEXT("text/plain", List.of(".txt"), Set.of());

    private static final String UNKNOWN = "application/octet-stream";

    private final String mediaType;
    private final List<String> endings;
    private final Set<String> alsoCalled;

    FileKind(String mediaType, List<String> endings, Set<String> alsoCalled) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.alsoCalled = alsoCalled;
    }

    /** How it is named in an answer. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending that the name of such a file usually has. */
    String ending() {
        return endings.getFirst();
    }

    /** Whether the name has an ending of this type. */
    boolean ends(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> small.length() > ending.length() && small.endsWith(ending));
    }

    /** Whether a file that is sent as this may be one; who does not know says nothing, or octet-stream. */
    boolean isSentAs(String declared) {
        String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals(UNKNOWN) || type.equals(mediaType) || alsoCalled.contains(type);
    }

    /** What the bytes are, whatever anybody says of them; what is text may be called a table by its name. */
    static Optional<FileKind> of(byte[] file, String name) {
        if (Bytes.startsWith(file, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        }
        if (Bytes.startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (Bytes.startsWith(file, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (PlainFile.isText(file)) {
            return Optional.of(CSV.ends(name) ? CSV : TEXT);
        }
        return Optional.empty();
    }
}
