package org.comity.denials.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a workbook can make its reader do. The reader keeps a place for each column of a row and every text that
 * cells share, so that a few bytes could cost it all its memory: what is read is what went through here.
 */
final class BoundedWorkbook {

    /** Assumption: what a workbook of as many rows as we take unpacks to at the most; more is an attack. */
    private static final long MOST_UNPACKED = 100L << 20;

    /** Rows that a sheet may have, with those in which nothing stands. */
    static final int MOST_ROWS = 100_000;

    /** The most letters that name a column: Excel ends at XFD. */
    private static final int MOST_LETTERS = 3;

    /** The most characters in a cell: Excel's own limit. */
    static final int MOST_IN_A_CELL = 32_767;

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private BoundedWorkbook() {}

    /**
     * The parts of the workbook that are XML, which is all that is read of it.
     *
     * @throws UnreadableFile if it is no workbook, or one that would cost too much
     */
    static byte[] of(byte[] file) throws UnreadableFile {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        try (ZipFile workbook = ZipFile.builder().setByteArray(file).get();
                ZipOutputStream kept = new ZipOutputStream(out)) {
            kept.setLevel(Deflater.BEST_SPEED);
            long unpacked = 0;
            for (ZipArchiveEntry part : Collections.list(workbook.getEntries())) {
                byte[] bytes = unpacked(workbook, part, MOST_UNPACKED - unpacked);
                unpacked += bytes.length;
                if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
                    refuseTooMuch(bytes);
                    kept.putNextEntry(new ZipEntry(part.getName()));
                    kept.write(bytes);
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new UnreadableFile("The file is not a workbook (XLSX), or is damaged.", e);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(ZipFile workbook, ZipArchiveEntry part, long most)
            throws IOException, UnreadableFile {
        try (InputStream bytes = workbook.getInputStream(part)) {
            byte[] unpacked = bytes.readNBytes((int) most + 1);
            if (unpacked.length > most) {
                throw new UnreadableFile("The workbook unpacks to too much.");
            }
            return unpacked;
        }
    }

    private static void refuseTooMuch(byte[] part) throws XMLStreamException, UnreadableFile {
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        int rows = 0;
        int inCell = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isText(xml)) {
                        refuseFarColumn(xml.getAttributeValue(null, "r"));
                        inCell = 0;
                    }
                    rows += xml.getLocalName().equals("row") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS -> inCell += xml.getTextLength();
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isText(xml) && inCell > MOST_IN_A_CELL) {
                        throw new UnreadableFile("A cell has more than %,d characters.".formatted(MOST_IN_A_CELL));
                    }
                }
                default -> {
                    // a comment costs nothing
                }
            }
            if (rows > MOST_ROWS) {
                throw new UnreadableFile(
                        "A sheet has more than %,d rows, with those in which nothing stands.".formatted(MOST_ROWS));
            }
        }
    }

    /** A cell of a sheet, or a text that cells share. */
    private static boolean isText(XMLStreamReader xml) {
        return xml.getLocalName().equals("c") || xml.getLocalName().equals("si");
    }

    private static void refuseFarColumn(@Nullable String place) throws UnreadableFile {
        if (place != null && place.chars().filter(Character::isLetter).count() > MOST_LETTERS) {
            throw new UnreadableFile("The workbook has a column beyond XFD, the last that there is.");
        }
    }
}
