package org.comity.kernel.problem;

import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;

/**
 * Tells whether the parser of forms with files failed over what was sent. It throws whatever comes: exceptions of I/O, of
 * arguments, of state, of null.
 */
final class UnreadableForm {

    private static final String PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private UnreadableForm() {}

    /** Whether the failure came out of the parser, and not out of the disk to which it writes the files. */
    static boolean isTheFaultOf(Throwable failure) {
        if (failure instanceof FileSystemException || failure instanceof Error) {
            return false;
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("sun.nio.")
                    || frame.getClassName().equals(FileChannel.class.getName())) {
                return false;
            }
            if (frame.getClassName().startsWith(PARSER)) {
                return true;
            }
            if (frame.getClassName().startsWith("org.comity.")) {
                return false;
            }
        }
        return false;
    }
}
