package org.comity.denials.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180) in UTF-8, parted by one mark. A cell is bounded while it is read and a row while its
 * cells are counted, so that no file makes more of them than are kept.
 */
public final class CsvTable {

    private static final Pattern SAYS_ITS_MARK =
            Pattern.compile("\\A\uFEFF?sep=(.)(?:\r\n|\r|\n|\\z)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SAYING = 8;
    private static final int END = -1;

    /** Excel's own, empty cells too. */
    private static final int LAST_COLUMN = 16_384;

    private final byte[] file;
    private final int begin;

    private CsvTable(byte[] file, int begin) {
        this.file = file;
        this.begin = begin;
    }

    /** A file that says with its first line, {@code sep=;}, what parts its cells; a spreadsheet does not count that line. */
    public record Said(CsvTable below, char mark) {}

    /** The whole file. */
    public static CsvTable of(byte[] file) {
        return new CsvTable(file, 0);
    }

    /** What the first line says of the mark, where it is such a line. */
    public static Optional<Said> said(byte[] file) {
        String beginning = new String(file, 0, Math.min(file.length, LONGEST_SAYING + 2), StandardCharsets.UTF_8);
        Matcher said = SAYS_ITS_MARK.matcher(beginning);
        if (!said.find()) {
            return Optional.empty();
        }
        int length = said.group().getBytes(StandardCharsets.UTF_8).length;
        return Optional.of(new Said(new CsvTable(file, length), said.group(1).charAt(0)));
    }

    /**
     * Reads the rows.
     *
     * @param mark what parts the cells of a row
     * @throws UnreadableFile if the file is no CSV, or too large a one
     */
    public void read(char mark, Rows rows) throws UnreadableFile {
        FileBudget budget = new FileBudget();
        try (Characters text = new Characters(decoded())) {
            skipByteOrderMark(text);
            int number = 0;
            for (List<Cell> row = row(text, mark, budget); row != null; row = row(text, mark, budget)) {
                if (++number > FileBudget.MOST_LINES) {
                    throw new UnreadableFile("The file has more than %,d rows, with those in which nothing stands."
                            .formatted(FileBudget.MOST_LINES));
                }
                if (!rows.take(number, row)) {
                    return;
                }
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("The file is not in UTF-8. Save it as \"CSV UTF-8\".", e);
        } catch (IOException e) {
            throw new UnreadableFile("The file is not CSV.", e);
        }
    }

    private Reader decoded() {
        return new InputStreamReader(
                new ByteArrayInputStream(file, begin, file.length - begin),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void skipByteOrderMark(Characters text) throws IOException {
        int first = text.read();
        if (first != END && first != '\uFEFF') {
            text.unread();
        }
    }

    /** The cells of the next row, or null at the end. */
    private static @org.jspecify.annotations.Nullable List<Cell> row(Characters text, char mark, FileBudget budget)
            throws IOException, UnreadableFile {
        int next = text.read();
        if (next == END) {
            return null;
        }
        text.unread();
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < LAST_COLUMN; column++) {
            String cell = cell(text, mark);
            budget.keep(cell);
            if (cells.size() < FileBudget.MOST_COLUMNS) {
                cells.add(Cell.text(cell));
            } else if (!cell.isBlank()) {
                throw new UnreadableFile("The file has more than %,d columns.".formatted(FileBudget.MOST_COLUMNS));
            }
            int after = text.read();
            if (after == mark) {
                continue;
            }
            if (after == '\r') {
                int feed = text.read();
                if (feed != '\n' && feed != END) {
                    text.unread();
                }
            }
            return cells;
        }
        throw new UnreadableFile("The file has a row of more than %,d cells.".formatted(LAST_COLUMN));
    }

    /** What stands up to the mark or the end of the line, which are left. */
    private static String cell(Characters text, char mark) throws IOException, UnreadableFile {
        StringBuilder cell = new StringBuilder();
        int next = text.read();
        if (next == '"') {
            return quoted(text, mark, cell);
        }
        while (next != mark && next != '\r' && next != '\n' && next != END) {
            bounded(cell, next);
            next = text.read();
        }
        unread(text, next);
        return cell.toString();
    }

    private static String quoted(Characters text, char mark, StringBuilder cell) throws IOException, UnreadableFile {
        while (true) {
            int next = text.read();
            if (next == END) {
                throw new UnreadableFile("The file is not CSV: a quotation mark is open.");
            }
            if (next == '"') {
                int after = text.read();
                if (after != '"') {
                    unread(text, afterBlanks(text, after, mark));
                    return cell.toString();
                }
            }
            bounded(cell, next);
        }
    }

    /** What follows on a closing quotation mark, blanks left out: a mark, or the end of the line. */
    private static int afterBlanks(Characters text, int first, char mark) throws IOException, UnreadableFile {
        int next = first;
        while (next == ' ' && next != mark) {
            next = text.read();
        }
        if (next != mark && next != '\r' && next != '\n' && next != END) {
            throw new UnreadableFile("The file is not CSV: a quotation mark stands in the wrong place.");
        }
        return next;
    }

    private static void bounded(StringBuilder cell, int next) throws UnreadableFile {
        if (cell.length() == FileBudget.MOST_IN_A_CELL) {
            throw new UnreadableFile("A cell has more than %,d characters.".formatted(FileBudget.MOST_IN_A_CELL));
        }
        cell.append((char) next);
    }

    private static void unread(Characters text, int next) throws IOException {
        if (next != END) {
            text.unread();
        }
    }

    /** Characters one by one, of which the last may be given back. */
    private static final class Characters implements AutoCloseable {

        private final Reader reader;
        private final char[] some = new char[8 << 10];
        private int next;
        private int count;

        Characters(Reader reader) {
            this.reader = reader;
        }

        int read() throws IOException {
            if (next == count) {
                char last = count == 0 ? 0 : some[count - 1];
                count = Math.max(0, reader.read(some, 1, some.length - 1)) + 1;
                some[0] = last;
                next = 1;
            }
            return next == count ? END : some[next++];
        }

        /** Takes back the last one that was read. */
        void unread() {
            next--;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
