package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.exchange.table.Cell;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.text.TextForm;
import org.jspecify.annotations.Nullable;

/** What the columns of a file are, by the row that heads them. No column is left out without a word. */
final class Headings {

    /** Fewer known names do not make a row one of headings: a title may be called as a column is. */
    private static final int LEAST_KNOWN = 3;

    private static final int LONGEST_NAMED = 60;
    private static final int MOST_NAMED = 20;

    private static final Set<Column> REQUIRED = EnumSet.range(Column.REFERENCE, Column.ENTITY_TYPE);

    static {
        REQUIRED.removeAll(EnumSet.of(Column.REGIME_REG_REF, Column.ADDRESS));
    }

    private final List<Heading> headings;

    /** What is below a heading: a column that is read, or one of an export; neither where nothing stands in it. */
    record Heading(@Nullable Column column, @Nullable ExportColumn ofExport) {

        static Heading of(String text) {
            return new Heading(
                    Column.headed(text).orElse(null), ExportColumn.headed(text).orElse(null));
        }

        boolean isKnown() {
            return column != null || ofExport != null;
        }
    }

    private Headings(List<Heading> headings) {
        this.headings = headings;
    }

    /** Whether this row heads columns. */
    static boolean are(List<Cell> cells) {
        return known(cells) >= LEAST_KNOWN;
    }

    /** How many columns of ours this row heads. */
    static long known(List<Cell> cells) {
        return cells.stream().filter(cell -> Heading.of(cell.text()).isKnown()).count();
    }

    /**
     * The columns that this row heads.
     *
     * @param row as a spreadsheet counts
     * @throws UnreadableFile that names every column which is not understood, is missing or stands twice
     */
    static Headings of(int row, List<Cell> cells) throws UnreadableFile {
        List<Heading> headings =
                cells.stream().map(cell -> Heading.of(cell.text())).toList();
        String wrong = Stream.of(twice(headings), unknown(cells), missing(headings))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (!wrong.isEmpty()) {
            throw new UnreadableFile("The headings are in row " + row + ". " + wrong);
        }
        return new Headings(headings);
    }

    private static Optional<String> twice(List<Heading> headings) {
        Set<Heading> found = new HashSet<>();
        return headings.stream()
                .filter(Heading::isKnown)
                .filter(heading -> !found.add(heading))
                .map(heading -> "The column " + name(heading) + " stands in the file twice.")
                .findFirst();
    }

    private static String name(Heading heading) {
        return heading.column() != null
                ? heading.column().header()
                : heading.ofExport() != null ? heading.ofExport().header() : "";
    }

    private static Optional<String> unknown(List<Cell> cells) {
        List<String> unknown = cells.stream()
                .map(cell -> TextForm.of(cell.text()))
                .filter(text -> !text.isEmpty() && !Heading.of(text).isKnown())
                .map(Headings::described)
                .toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        String named = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = unknown.size() - MOST_NAMED;
        return Optional.of("These columns are not understood: " + named + (more > 0 ? " and " + more + " more" : "")
                + ". Correct their headings, or remove them.");
    }

    private static String described(String heading) {
        String named = heading.length() <= LONGEST_NAMED ? heading : heading.substring(0, LONGEST_NAMED) + "…";
        return named
                + nearest(heading)
                        .map(column -> " (did you mean " + column.header() + "?)")
                        .orElse("");
    }

    /** The column whose name is written nearly so, if there is one. */
    private static Optional<Column> nearest(String heading) {
        String plain = Column.plain(heading);
        if (plain.length() > LONGEST_NAMED) {
            return Optional.empty();
        }
        return Arrays.stream(Column.values())
                .filter(column -> distance(plain, column.header()) * 3
                        <= Math.max(plain.length(), column.header().length()))
                .min(Comparator.comparingInt(column -> distance(plain, column.header())));
    }

    /** How many letters are to be added, left out or changed to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static Optional<String> missing(List<Heading> headings) {
        String missing = missing(headings.stream()
                .flatMap(heading -> Optional.ofNullable(heading.column()).stream())
                .collect(Collectors.toSet()));
        return missing.isEmpty() ? Optional.empty() : Optional.of("They must head these columns too: " + missing + ".");
    }

    /** The names of the columns that every file has, without those that were found. */
    static String missing(Set<Column> found) {
        List<String> missing = new ArrayList<>();
        for (Column column : REQUIRED) {
            if (!found.contains(column)) {
                missing.add(column.header());
            }
        }
        return String.join(", ", missing);
    }

    /** What heads the cell at this place of a row, from 0. */
    Heading at(int place) {
        return place < headings.size() ? headings.get(place) : new Heading(null, null);
    }
}
