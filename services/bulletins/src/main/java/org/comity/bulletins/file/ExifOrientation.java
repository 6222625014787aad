package org.comity.bulletins.file;

/** Which side of a photograph is up, the one thing that is kept of what a camera says (EXIF). */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int TIFF = 6;
    private static final int LAST_SIDE = 8;

    private ExifOrientation() {}

    /** The side that an EXIF segment tells; 1, which is how it is taken, where it tells none that is understood. */
    static int of(byte[] file, int from, int end) {
        int tiff = from + TIFF;
        if (end - tiff < 8 || !Bytes.has(file, from, 'E', 'x', 'i', 'f', 0, 0)) {
            return 1;
        }
        boolean littleEndian = Bytes.at(file, tiff) == 'I';
        long directory = tiff + number(file, tiff + 4, 4, littleEndian);
        if (directory + 2 > end) {
            return 1;
        }
        int entries = (int) number(file, (int) directory, 2, littleEndian);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > end) {
                return 1;
            }
            int place = (int) entry;
            if (number(file, place, 2, littleEndian) == TAG && number(file, place + 2, 2, littleEndian) == SHORT) {
                int side = (int) number(file, place + 8, 2, littleEndian);
                return side > LAST_SIDE || side < 1 ? 1 : side;
            }
        }
        return 1;
    }

    private static long number(byte[] file, int place, int bytes, boolean littleEndian) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | Bytes.at(file, place + (littleEndian ? bytes - 1 - i : i));
        }
        return number;
    }

    /** A segment that tells this side and nothing else. */
    static byte[] segment(int side) {
        return new byte[] {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) side,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
