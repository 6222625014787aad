package org.comity.bulletins.file;

import jakarta.inject.Singleton;

/**
 * Finds out what a file is, and makes of it what is kept.
 *
 * <p>Rules.
 */
@Singleton
public class FileCleaner {

    private final PdfProcess pdf = new PdfProcess();

    /** What is kept of a file. */
    public record CleanFile(FileKind kind, byte[] bytes) {}

    /**
     * The clean file.
     *
     * @param declared the type that it was sent as; empty for none
     * @throws UncleanFile where it is none of the types, is called or sent as another, is broken, or too large
     */
    public CleanFile clean(String name, String declared, byte[] file) throws UncleanFile {
        if (file.length == 0) {
            throw new UncleanFile("This file is empty.");
        }
        FileKind kind = FileKind.of(file, name)
                .orElseThrow(() -> new UncleanFile(
                        "This is no PDF, PNG or JPEG, and no text or CSV in UTF-8: other files are not attached."));
        if (!kind.ends(name)) {
            throw new UncleanFile("By its bytes this file is %s, and its name must end in %s."
                    .formatted(kind.mediaType(), kind.ending()));
        }
        if (!kind.isSentAs(declared)) {
            throw new UncleanFile(
                    "By its bytes this file is %s, and it was sent as another type.".formatted(kind.mediaType()));
        }
        byte[] clean =
                switch (kind) {
                    case PDF -> pdf.clean(file);
                    case PNG -> PngFile.clean(file);
                    case JPEG -> JpegFile.clean(file);
                    case CSV, TEXT -> file;
                };
        if (clean.length > FileBounds.MOST_BYTES) {
            throw new UncleanFile("Without what is taken out, this file has more than 5 MB.");
        }
        return new CleanFile(kind, clean);
    }
}
