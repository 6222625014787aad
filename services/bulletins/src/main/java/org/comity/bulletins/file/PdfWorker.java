package org.comity.bulletins.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The process in which {@link PdfProcess} has a PDF cleaned: the file comes in, the clean one goes out. A file that is made
 * to take all memory takes this process's.
 */
final class PdfWorker {

    /** The end of a process that says why it cleans nothing. */
    static final int REFUSED = 10;

    private static final String BROKEN = "This PDF is broken.";

    private PdfWorker() {}

    /** The file is what comes in. */
    public static void main(String[] arguments) throws IOException {
        int end = 0;
        byte[] answer;
        try {
            answer = PdfFile.clean(System.in.readAllBytes());
        } catch (UncleanFile e) {
            answer = e.reason().getBytes(StandardCharsets.UTF_8);
            end = REFUSED;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // whatever a reader of PDF stumbles over is the file's fault
            answer = BROKEN.getBytes(StandardCharsets.UTF_8);
            end = REFUSED;
        }
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(answer);
        }
        System.exit(end);
    }
}
