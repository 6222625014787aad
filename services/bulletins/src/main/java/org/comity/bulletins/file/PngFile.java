package org.comity.bulletins.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG without the chunks that no picture needs: texts, times, EXIF, the colour profile (which names the screen), frames
 * of an animation and what programs add. Kept are the picture, its transparency and which colours are meant. The
 * compressed picture is unpacked once, row by row, to see that it is one and that nothing is hidden behind it.
 *
 * <p>Rules.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int HEADER = 13;
    private static final int CRITICAL = 0x20;
    private static final int CHUNK = 64 * 1024;

    /** The chunks that are kept, with the most bytes that each may have. */
    private static final Map<String, Integer> KEPT =
            Map.of("PLTE", 768, "tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "sBIT", 4, "cICP", 4);

    private final byte[] file;
    private final ByteArrayOutputStream clean;
    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[CHUNK];
    private long unpackedBytes;
    private long expectedBytes = -1;

    private PngFile(byte[] file) {
        this.file = file;
        this.clean = new ByteArrayOutputStream(file.length);
    }

    /** The picture alone. */
    static byte[] clean(byte[] file) throws UncleanFile {
        PngFile png = new PngFile(file);
        try {
            return png.clean();
        } finally {
            png.inflater.end();
        }
    }

    private byte[] clean() throws UncleanFile {
        clean.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        String type;
        do {
            if (at + FRAME > file.length) {
                throw broken("it ends early");
            }
            long length = Bytes.four(file, at);
            if (length > file.length - at - FRAME) {
                throw broken("a chunk is longer than the file");
            }
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunk(type, at + SIGNATURE, (int) length);
            at += FRAME + (int) length;
        } while (!type.equals("IEND"));
        if (!inflater.finished() || unpackedBytes != expectedBytes) {
            throw broken("the picture is shorter than its header says");
        }
        return clean.toByteArray();
    }

    private void chunk(String type, int from, int length) throws UncleanFile {
        CRC32 sum = new CRC32();
        sum.update(file, from - 4, length + 4);
        if (sum.getValue() != Bytes.four(file, from + length)) {
            throw broken("the checksum of a chunk is wrong");
        }
        if (expectedBytes < 0 != type.equals("IHDR")) {
            throw broken("it has no header at its beginning, or two");
        }
        switch (type) {
            case "IHDR" -> header(from, length);
            case "IDAT" -> picture(from, length);
            case "IEND" -> {
                if (length > 0) {
                    throw broken("its end has something in it");
                }
            }
            default -> {
                if (!isKept(type, length)) {
                    return;
                }
            }
        }
        clean.write(file, from - SIGNATURE, length + FRAME);
    }

    private static boolean isKept(String type, int length) throws UncleanFile {
        Integer most = KEPT.get(type);
        if (most == null && (type.charAt(0) & CRITICAL) == 0) {
            throw broken("it needs a chunk that is not known");
        }
        if (most != null && length > most) {
            throw broken("a chunk is longer than it may be");
        }
        return most != null;
    }

    private void header(int from, int length) throws UncleanFile {
        if (length != HEADER) {
            throw broken("its header has another length");
        }
        long width = Bytes.four(file, from);
        long height = Bytes.four(file, from + 4);
        FileBounds.pixels(width, height, "PNG");
        int bits = Bytes.at(file, from + 8) * samples(Bytes.at(file, from + 9));
        if (bits < 1 || bits > 64) {
            throw broken("its colours are of no known kind");
        }
        expectedBytes = switch (Bytes.at(file, from + 12)) {
            case 0 -> bytes(width, height, bits);
            case 1 -> interlaced(width, height, bits);
            default -> throw broken("its rows are in no known order");
        };
    }

    private static int samples(int colours) {
        return switch (colours) {
            case 0, 3 -> 1;
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 0;
        };
    }

    /** A row begins with a byte that tells how it is filtered. */
    private static long bytes(long width, long height, int bits) {
        return width == 0 || height == 0 ? 0 : height * (1 + (width * bits + 7) / 8);
    }

    /** The seven passes of an interlaced picture (Adam7). */
    private static long interlaced(long width, long height, int bits) {
        int[] left = {0, 4, 0, 2, 0, 1, 0};
        int[] top = {0, 0, 4, 0, 2, 0, 1};
        int[] across = {8, 8, 4, 4, 2, 2, 1};
        int[] down = {8, 8, 8, 4, 4, 2, 2};
        long bytes = 0;
        for (int pass = 0; pass < left.length; pass++) {
            bytes += bytes(
                    Math.ceilDiv(Math.max(0, width - left[pass]), across[pass]),
                    Math.ceilDiv(Math.max(0, height - top[pass]), down[pass]),
                    bits);
        }
        return bytes;
    }

    private void picture(int from, int length) throws UncleanFile {
        inflater.setInput(file, from, length);
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                int count = inflater.inflate(unpacked);
                unpackedBytes += count;
                if (unpackedBytes > expectedBytes) {
                    throw broken("the picture is longer than its header says");
                }
                if (inflater.needsDictionary()) {
                    throw broken("the picture cannot be unpacked");
                }
            }
        } catch (DataFormatException e) {
            throw broken("the picture cannot be unpacked");
        }
        if (inflater.getRemaining() > 0) {
            throw broken("something stands behind the picture");
        }
    }

    private static UncleanFile broken(String how) {
        return new UncleanFile("This PNG is broken: " + how + ".");
    }
}
