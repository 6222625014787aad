package org.comity.bulletins.file;

import java.io.ByteArrayOutputStream;

/**
 * A JPEG without the segments that no picture needs: camera, place, time, thumbnail, comment and colour profile (which
 * names the device) go, and so does what stands behind the picture. Not one pixel is touched.
 *
 * <p>Rules: R-364.
 */
final class JpegFile {

    private static final String BROKEN = "This JPEG is broken: ";

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN = 0xC4;
    private static final int RESERVED_FRAME = 0xC8;
    private static final int ARITHMETIC = 0xCC;
    private static final int QUANTIZATION = 0xDB;
    private static final int LINES = 0xDC;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final int FRAME_HEADER = 8;
    private static final int JFIF_DENSITY = 7;
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_TRANSFORM = 11;

    private final byte[] file;
    private final boolean turned;
    private final ByteArrayOutputStream clean;
    private int at = 2;
    private boolean hasFrame;
    private boolean hasScan;

    private JpegFile(byte[] file, boolean turned) {
        this.file = file;
        this.turned = turned;
        this.clean = new ByteArrayOutputStream(file.length);
    }

    /** The picture alone; which side is up is kept. */
    static byte[] clean(byte[] file) throws UncleanFile {
        return new JpegFile(file, true).clean();
    }

    /** The picture alone, as a document shows it: nobody turns it there. */
    static byte[] cleanInDocument(byte[] file) throws UncleanFile {
        return new JpegFile(file, false).clean();
    }

    private byte[] clean() throws UncleanFile {
        if (!Bytes.startsWith(file, MARKER, START)) {
            throw broken("it does not begin as one");
        }
        put(MARKER, START);
        int marker = marker();
        while (marker != END) {
            segment(marker);
            marker = marker();
        }
        if (!hasScan) {
            throw broken("it has no picture");
        }
        put(MARKER, END);
        return clean.toByteArray();
    }

    private int marker() throws UncleanFile {
        if (at + 1 >= file.length || Bytes.at(file, at) != MARKER) {
            throw broken("it ends early, or a segment has another length than it says");
        }
        while (at < file.length && Bytes.at(file, at) == MARKER) {
            at++;
        }
        if (at >= file.length) {
            throw broken("it ends early");
        }
        return Bytes.at(file, at++);
    }

    private void segment(int marker) throws UncleanFile {
        if (at + 2 > file.length) {
            throw broken("it ends early");
        }
        int length = Bytes.two(file, at);
        if (length < 2 || at + length > file.length) {
            throw broken("a segment has another length than it says");
        }
        if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
            application(marker, length);
        } else if (isNeeded(marker)) {
            if (isFrame(marker)) {
                frame(length);
            }
            put(MARKER, marker);
            clean.write(file, at, length);
        } else if (marker != COMMENT) {
            throw broken("it has a segment that no picture has");
        }
        at += length;
        if (marker == SCAN) {
            scan();
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN
                && marker != RESERVED_FRAME
                && marker != ARITHMETIC;
    }

    private static boolean isNeeded(int marker) {
        return isFrame(marker)
                || marker == HUFFMAN
                || marker == ARITHMETIC
                || marker == SCAN
                || marker == QUANTIZATION
                || marker == LINES
                || marker == RESTART_INTERVAL;
    }

    private void frame(int length) throws UncleanFile {
        if (hasFrame || length < FRAME_HEADER) {
            throw broken("it has two pictures, or none");
        }
        hasFrame = true;
        FileBounds.pixels(Bytes.two(file, at + 5), Bytes.two(file, at + 3), "JPEG");
    }

    /** What tells which colours are meant is written again, by itself; all else of programs goes. */
    private void application(int marker, int length) {
        int said = at + 2;
        if (marker == FIRST_APPLICATION && length >= JFIF_LENGTH && Bytes.has(file, said, 'J', 'F', 'I', 'F', 0)) {
            put(MARKER, marker, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1);
            // the unit and the density: pixels need not be square
            clean.write(file, said + JFIF_DENSITY, 5);
            put(0, 0);
        } else if (marker == ADOBE && length >= ADOBE_TRANSFORM + 3 && Bytes.has(file, said, 'A', 'd', 'o', 'b', 'e')) {
            put(MARKER, marker, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0);
            put(Bytes.at(file, said + ADOBE_TRANSFORM));
        } else if (marker == EXIF && turned) {
            int side = ExifOrientation.of(file, said, at + length);
            if (side > 1) {
                clean.writeBytes(ExifOrientation.segment(side));
            }
        }
    }

    /** The compressed picture goes on to the next marker that is no part of it. */
    private void scan() throws UncleanFile {
        if (!hasFrame) {
            throw broken("it has no picture");
        }
        hasScan = true;
        int from = at;
        while (at + 1 < file.length) {
            if (Bytes.at(file, at) == MARKER) {
                int next = Bytes.at(file, at + 1);
                if (next != 0 && next != MARKER && (next < 0xD0 || next > 0xD7)) {
                    clean.write(file, from, at - from);
                    return;
                }
            }
            at++;
        }
        throw broken("it ends early");
    }

    private void put(int... bytes) {
        for (int one : bytes) {
            clean.write(one);
        }
    }

    private static UncleanFile broken(String how) {
        return new UncleanFile(BROKEN + how + ".");
    }
}
