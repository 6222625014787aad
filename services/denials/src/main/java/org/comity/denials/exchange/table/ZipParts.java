package org.comity.denials.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a workbook, which is a zip file. Only its directory is read; a part is unpacked while it is read and no
 * further, and a part that nobody asks for stays packed. A directory that lies of a part is found out in it.
 */
final class ZipParts {

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int LENGTH_OF_END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int LENGTH_OF_ENTRY = 46;
    private static final int LOCAL_ENTRY = 0x04034b50;
    private static final int LENGTH_OF_LOCAL = 30;
    private static final int IN_ZIP64 = 0xFFFF;
    private static final long LONG_IN_ZIP64 = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final String DAMAGED = "The file is not a workbook (XLSX), or is damaged.";
    private static final String TOO_MUCH = "The workbook unpacks to too much.";

    private final ByteBuffer file;
    private final byte[] bytes;
    private final Map<String, Part> parts = new HashMap<>();
    private long unpacked;

    private record Part(int flags, int method, long crc, long packed, long unpacked, long at) {}

    /**
     * The parts.
     *
     * @throws UnreadableFile if this is no zip file, or one that no program writes for a workbook
     */
    ZipParts(byte[] file) throws UnreadableFile {
        this.bytes = file;
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            directory(end());
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableFile(DAMAGED, e);
        }
    }

    private int end() throws UnreadableFile {
        for (int at = bytes.length - LENGTH_OF_END;
                at >= 0 && at >= bytes.length - LENGTH_OF_END - LONGEST_COMMENT;
                at--) {
            if (file.getInt(at) == END_OF_DIRECTORY) {
                return at;
            }
        }
        throw new UnreadableFile(DAMAGED);
    }

    private void directory(int end) throws UnreadableFile {
        int entries = unsignedShort(end + 10);
        long at = unsignedInt(end + 16);
        if (entries == IN_ZIP64 || at == LONG_IN_ZIP64) {
            throw new UnreadableFile("The workbook is a ZIP64 file, which is for more than a workbook needs.");
        }
        if (entries > FileBudget.MOST_PARTS) {
            throw new UnreadableFile("The workbook has more than %,d parts.".formatted(FileBudget.MOST_PARTS));
        }
        for (int i = 0; i < entries; i++) {
            int entry = Math.toIntExact(Math.min(at, bytes.length));
            if (file.getInt(entry) != DIRECTORY_ENTRY) {
                throw new UnreadableFile(DAMAGED);
            }
            int nameLength = unsignedShort(entry + 28);
            String name = new String(bytes, entry + LENGTH_OF_ENTRY, nameLength, StandardCharsets.UTF_8);
            Part part = new Part(
                    unsignedShort(entry + 8),
                    unsignedShort(entry + 10),
                    unsignedInt(entry + 16),
                    unsignedInt(entry + 20),
                    unsignedInt(entry + 24),
                    unsignedInt(entry + 42));
            if (parts.put(key(name), part) != null) {
                throw new UnreadableFile("The workbook has two parts of the same name.");
            }
            at = entry + LENGTH_OF_ENTRY + nameLength + unsignedShort(entry + 30) + unsignedShort(entry + 32);
        }
    }

    /** Names of parts are the same in whatever case (Open Packaging Conventions), and some programs write a backslash. */
    private static String key(String name) {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /**
     * The content of a part, which is unpacked as it is read.
     *
     * @throws UnreadableFile if it is encrypted, or unpacks to too much
     */
    Optional<InputStream> open(String name) throws UnreadableFile {
        Part part = parts.get(key(name));
        if (part == null) {
            return Optional.empty();
        }
        if ((part.flags() & ENCRYPTED) != 0) {
            throw new UnreadableFile("The workbook is encrypted. Save it without a password.");
        }
        if (part.packed() == LONG_IN_ZIP64 || part.unpacked() == LONG_IN_ZIP64 || part.at() == LONG_IN_ZIP64) {
            throw new UnreadableFile("The workbook is a ZIP64 file, which is for more than a workbook needs.");
        }
        if (unpacked + part.unpacked() > FileBudget.MOST_UNPACKED_BYTES) {
            throw new UnreadableFile(TOO_MUCH);
        }
        return Optional.of(new Unpacking(part, packed(part)));
    }

    private InputStream packed(Part part) throws UnreadableFile {
        try {
            int at = Math.toIntExact(part.at());
            if (file.getInt(at) != LOCAL_ENTRY) {
                throw new UnreadableFile(DAMAGED);
            }
            int data = at + LENGTH_OF_LOCAL + unsignedShort(at + 26) + unsignedShort(at + 28);
            if (data + part.packed() > bytes.length) {
                throw new UnreadableFile(DAMAGED);
            }
            InputStream packed = new ByteArrayInputStream(bytes, data, (int) part.packed());
            return switch (part.method()) {
                case STORED -> packed;
                case DEFLATED -> new Inflating(packed);
                default -> throw new UnreadableFile("The workbook is packed in a way that no spreadsheet uses.");
            };
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            throw new UnreadableFile(DAMAGED, e);
        }
    }

    private int unsignedShort(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }

    /** Gives back the memory of its own that unpacking needs. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream packed) {
            super(packed, new Inflater(true), 8 << 10);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Ends where the directory says that the part ends, and fails where there is more or other. */
    private final class Unpacking extends FilterInputStream {

        private final Part part;
        private final CRC32 sum;
        private long read;

        Unpacking(Part part, InputStream in) {
            this(part, in, new CRC32());
        }

        private Unpacking(Part part, InputStream in, CRC32 sum) {
            super(new CheckedInputStream(in, sum));
            this.part = part;
            this.sum = sum;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                read += count;
                unpacked += count;
            }
            if (read > part.unpacked() || count < 0 && (read != part.unpacked() || sum.getValue() != part.crc())) {
                throw new IOException("the directory says something else of the part");
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
