package org.comity.denials.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.jspecify.annotations.Nullable;

/**
 * The decision as the rows of a denial tell it, and where they do not, as the settings of the file do.
 *
 * <p>Rules: R-285.
 *
 * @param suspensionEndsOn of a suspension alone
 */
record DecisionCells(
        DenialKind kind,
        LocalDate date,
        DenialBasis basis,
        @Nullable LocalDate suspensionEndsOn) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Of these rows; of a cell that cannot be read, the settings stand in, and its fault is told. */
    static DecisionCells of(List<FileRow> rows, ImportSettings settings) {
        DenialKind kind = first(rows, Column.KIND, DecisionCells::kind).orElse(settings.kind());
        return new DecisionCells(
                kind,
                first(rows, Column.DECISION_DATE, DecisionCells::date).orElse(settings.decisionDate()),
                first(rows, Column.BASIS, DecisionCells::basis).orElse(settings.basis()),
                kind == settings.kind() || kind == DenialKind.SUSPENSION ? settings.suspensionEndsOn() : null);
    }

    private static <T> Optional<T> first(List<FileRow> rows, Column column, Function<String, Optional<T>> read) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .flatMap(read);
    }

    /** What cannot be read of the decision in a row. */
    static Map<Column, String> faults(FileRow row) {
        Map<Column, String> faults = new EnumMap<>(Column.class);
        if (isUnread(row, Column.KIND, DecisionCells::kind)) {
            faults.put(Column.KIND, "This must be one of " + names(DenialKind.values()) + ".");
        }
        if (isUnread(row, Column.BASIS, DecisionCells::basis)) {
            faults.put(Column.BASIS, "This must be one of " + names(DenialBasis.values()) + ".");
        }
        if (isUnread(row, Column.DECISION_DATE, DecisionCells::date)) {
            faults.put(Column.DECISION_DATE, "This is no date; one looks like 2026-03-31.");
        }
        return faults;
    }

    private static <T> boolean isUnread(FileRow row, Column column, Function<String, Optional<T>> read) {
        return !row.get(column).isEmpty()
                && !row.misread().containsKey(column)
                && read.apply(row.get(column)).isEmpty();
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static Optional<DenialKind> kind(String text) {
        return named(DenialKind.values(), text);
    }

    private static Optional<DenialBasis> basis(String text) {
        return named(DenialBasis.values(), text);
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, String text) {
        String plain = Column.plain(text).toUpperCase(Locale.ROOT);
        return Arrays.stream(values).filter(value -> value.name().equals(plain)).findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            // a year of more digits, or before the first, is none that the database has
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
