package org.comity.bulletins.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8. It has nothing beside what it says, so that it is kept as it is. */
final class PlainFile {

    private static final int CHUNK = 8192;

    private PlainFile() {}

    /** Whether the whole file is UTF-8, without characters that steer a terminal or a printer. */
    static boolean isText(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, true);
            if (result.isError() || !isPlain(characters.flip())) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            characters.clear();
        }
    }

    private static boolean isPlain(CharBuffer characters) {
        return characters
                .chars()
                .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || c == '\f' || !Character.isISOControl(c));
    }
}
