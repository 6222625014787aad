package org.comity.bulletins.file;

/** Reads numbers out of a file, the high byte first. */
final class Bytes {

    private static final int BYTE = 0xFF;

    private Bytes() {}

    static int at(byte[] file, int place) {
        return file[place] & BYTE;
    }

    static int two(byte[] file, int place) {
        return at(file, place) << 8 | at(file, place + 1);
    }

    static long four(byte[] file, int place) {
        return (long) two(file, place) << 16 | two(file, place + 2);
    }

    static boolean startsWith(byte[] file, int... first) {
        return has(file, 0, first);
    }

    /** Whether these bytes stand at that place. */
    static boolean has(byte[] file, int place, int... wanted) {
        if (file.length < place + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (at(file, place + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
