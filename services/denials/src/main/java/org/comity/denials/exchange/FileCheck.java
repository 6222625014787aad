package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.PartyRole;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.TextForm;
import org.comity.sharing.code.ControlCode;

/**
 * Checks the rows of a file, every one, and makes denials of them.
 *
 * <p>Rules.
 */
final class FileCheck {

    private static final String MISSING = "This is missing.";
    private static final Map<String, PartyRole> ROLES = Map.of(
            "end_user", PartyRole.END_USER,
            "consignee", PartyRole.CONSIGNEE,
            "ultimate_consignee", PartyRole.ULTIMATE_CONSIGNEE,
            "third_party", PartyRole.INTERMEDIATE,
            "intermediate", PartyRole.INTERMEDIATE,
            "agent", PartyRole.AGENT);

    private final StateCode own;
    private final States states;
    private final ImportSettings settings;
    private final Function<DraftDenial, List<FieldError>> rules;

    /**
     * A check.
     *
     * @param own the state whose officer imports
     * @param rules what else is wrong with a draft, by JSON pointer
     */
    FileCheck(StateCode own, States states, ImportSettings settings, Function<DraftDenial, List<FieldError>> rules) {
        this.own = own;
        this.states = states;
        this.settings = settings;
        this.rules = rules;
    }

    /** What is wrong; and the denials of the file, those too that something is wrong with. */
    record Checked(FoundFaults found, List<DenialInFile> denials) {

        Checked {
            denials = List.copyOf(denials);
        }

        /** By row. */
        List<Fault> faults() {
            return found.all();
        }
    }

    Checked check(List<FileRow> rows) {
        return check(new ReadFile(rows, List.of()));
    }

    Checked check(ReadFile file) {
        FoundFaults found = new FoundFaults();
        unread(file.unread(), found);
        List<FileRow> rows = file.rows();
        Map<String, FileRow> byRegimeRef = new HashMap<>();
        Map<String, List<FileRow>> byReference = new LinkedHashMap<>();
        for (FileRow row : rows) {
            cells(row, found);
            String regimeRef = row.get(Column.REGIME_REG_REF);
            FileRow twin = regimeRef.isEmpty() ? null : byRegimeRef.putIfAbsent(regimeRef, row);
            if (twin != null && twin.cells().equals(row.cells())) {
                continue;
            }
            if (twin != null && !isOfSameParty(twin, row)) {
                found.add(
                        row,
                        Column.REGIME_REG_REF,
                        "Row " + twin.number() + " has this reference too, with other content.");
            }
            byReference
                    .computeIfAbsent(row.get(Column.REFERENCE), reference -> new ArrayList<>())
                    .add(row);
        }
        List<FileRow> nameless = byReference.getOrDefault("", List.of());
        byReference.remove("");
        // the other rows of their denials are not known, so that nothing is said of the whole
        nameless.forEach(row -> {
            RowsToDraft made = made("", List.of(row));
            rules.apply(made.draft()).stream()
                    .filter(error -> !RowsToDraft.isOfTheWhole(error))
                    .forEach(error -> tell(made, error, found));
        });
        List<DenialInFile> denials = new ArrayList<>();
        byReference.forEach((reference, group) -> denials.add(denial(reference, group, found)));
        return new Checked(found, denials);
    }

    /** A column that no import reads says what the import does anyway, or the file is at fault. */
    private void unread(List<ReadFile.Unread> unread, FoundFaults found) {
        Set<ExportColumn> told = EnumSet.noneOf(ExportColumn.class);
        unread.stream()
                .filter(each -> !each.column().agrees(each.value(), own, settings))
                .filter(each -> told.add(each.column()))
                .forEach(each -> found.add(
                        each,
                        "This column of an export is not read by an import, and does not say what the import does."
                                + " Remove the column."));
    }

    /** An export repeats a party, with its reference, for each item. */
    private static boolean isOfSameParty(FileRow one, FileRow other) {
        return Stream.of(
                        Column.REFERENCE,
                        Column.NAME,
                        Column.ADDRESS,
                        Column.COUNTRY,
                        Column.ENTITY_TYPE,
                        Column.NATURAL_PERSON)
                .allMatch(column -> one.get(column).equals(other.get(column)));
    }

    private void cells(FileRow row, FoundFaults found) {
        row.misread().forEach((column, detail) -> found.add(row, column, detail));
        DecisionCells.faults(row).forEach((column, detail) -> found.add(row, column, detail));
        if (row.get(Column.REFERENCE).isEmpty()) {
            found.add(row, Column.REFERENCE, MISSING);
        }
        if (row.get(Column.NAME).isEmpty()) {
            found.add(row, Column.NAME, MISSING);
        }
        government(row, found);
        for (Column column : List.of(Column.COUNTRY, Column.DESTINATION_STATE)) {
            String country = row.get(column);
            if (!country.isEmpty() && states.named(country).isEmpty()) {
                found.add(row, column, "No country has this name or code.");
            }
        }
        String code = row.get(Column.DENIAL_CLE);
        if (!code.isEmpty() && !row.misread().containsKey(Column.DENIAL_CLE) && !ControlCode.isWellFormed(code)) {
            found.add(row, Column.DENIAL_CLE, notAnEntry(code));
        }
        if (role(row).isEmpty()) {
            found.add(
                    row,
                    Column.ENTITY_TYPE,
                    "This must be end_user, consignee, ultimate_consignee, third_party, intermediate or agent.");
        }
        String person = row.get(Column.NATURAL_PERSON);
        if (!person.isEmpty() && !row.isOfPerson() && !row.isOfNoPerson()) {
            found.add(row, Column.NATURAL_PERSON, "This must be yes or no.");
        }
        if (TextForm.folded(row.get(Column.NAME)).equals(ExportedRow.PERSON)) {
            found.add(row, Column.NAME, "This stands in an export for a person whom no file holds. Put the name here.");
        }
    }

    private static String notAnEntry(String code) {
        boolean areSeveral = Stream.of(code.split("[,;/\\n]|\\band\\b"))
                        .filter(part -> ControlCode.written(part).isPresent())
                        .limit(2)
                        .count()
                > 1;
        return areSeveral
                ? "These are several control-list entries. Give each a row of its own: two rows, two items."
                : "This is not a control-list entry of a list that is known ("
                        + Stream.of(ControlList.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + "); one looks like 5A001.f.2.";
    }

    private void government(FileRow row, FoundFaults found) {
        String government = row.get(Column.NOTIFYING_GOVERNMENT);
        Optional<StateCode> state = states.named(government);
        if (government.isEmpty()) {
            found.add(row, Column.NOTIFYING_GOVERNMENT, MISSING);
        } else if (state.isEmpty()) {
            found.add(row, Column.NOTIFYING_GOVERNMENT, "No state has this name or code.");
        } else if (!state.get().equals(own)) {
            found.add(row, Column.NOTIFYING_GOVERNMENT, "This is not your own state: a state posts its own denials.");
        }
    }

    private static Optional<PartyRole> role(FileRow row) {
        return Optional.ofNullable(
                ROLES.get(row.get(Column.ENTITY_TYPE).toLowerCase(Locale.ROOT).replace(' ', '_')));
    }

    /** The denial of these rows; tells what is wrong with the whole of it, unless a faulty cell is why. */
    private DenialInFile denial(String reference, List<FileRow> rows, FoundFaults found) {
        RowsToDraft made = made(reference, rows);
        if (settings.countryMeans() == CountryMeaning.DESTINATION) {
            destinations(rows, made.destinationRow(), found);
        }
        ofTheDenial(rows, found);
        persons(rows, found);
        rules.apply(made.draft()).stream()
                .filter(error -> !isTold(made, error, rows, found))
                .forEach(error -> tell(made, error, found));
        return new DenialInFile(reference, rows, made.draft(), rows.stream().noneMatch(found::isIn));
    }

    private RowsToDraft made(String reference, List<FileRow> rows) {
        // a party whose part cannot be read is none that the rules ask for
        return new RowsToDraft(
                reference, rows, settings, states, row -> role(row).orElse(PartyRole.INTERMEDIATE));
    }

    private void destinations(List<FileRow> rows, FileRow first, FoundFaults found) {
        Optional<StateCode> destination = states.named(first.get(Column.COUNTRY));
        rows.stream()
                .filter(row -> !found.isIn(row, Column.COUNTRY))
                .filter(row -> !states.named(row.get(Column.COUNTRY)).equals(destination))
                .forEach(row -> found.add(
                        row,
                        Column.COUNTRY,
                        "This is the destination, which row " + first.number() + " of the same denial gives as "
                                + first.get(Column.COUNTRY) + "."));
    }

    /** What rows say of the whole denial, they say alike; a row that says nothing goes with the others. */
    private void ofTheDenial(List<FileRow> rows, FoundFaults found) {
        for (Column column : Column.values()) {
            if (!column.isOfTheDenial()) {
                continue;
            }
            List<FileRow> saying =
                    rows.stream().filter(row -> !row.get(column).isEmpty()).toList();
            saying.stream()
                    .filter(row -> !saysTheSame(column, saying.getFirst(), row))
                    .forEach(row -> found.add(
                            row,
                            column,
                            "Row " + saying.getFirst().number() + " of the same denial says "
                                    + saying.getFirst().get(column) + "."));
        }
    }

    private boolean saysTheSame(Column column, FileRow one, FileRow other) {
        return column == Column.DESTINATION_STATE
                ? states.named(one.get(column)).equals(states.named(other.get(column)))
                : Column.plain(one.get(column)).equals(Column.plain(other.get(column)));
    }

    /** Names no name: faults are kept in clear. */
    private static void persons(List<FileRow> rows, FoundFaults found) {
        Map<String, FileRow> marked = new HashMap<>();
        rows.stream().filter(FileRow::isOfPerson).forEach(row -> marked.putIfAbsent(name(row), row));
        rows.stream()
                .filter(row -> !row.isOfPerson() && marked.containsKey(name(row)))
                .forEach(row -> found.add(
                        row,
                        Column.NATURAL_PERSON,
                        "Row " + marked.get(name(row)).number()
                                + " of the same denial says that this name is a natural person's."));
    }

    private static String name(FileRow row) {
        return TextForm.folded(row.get(Column.NAME));
    }

    /** Whether a faulty cell is why this is missing: it was given, and cannot be read. */
    private static boolean isTold(RowsToDraft made, FieldError error, List<FileRow> rows, FoundFaults found) {
        Set<Column> why =
                switch (error.pointer()) {
                    case "/destinationState" ->
                        EnumSet.of(Column.COUNTRY, Column.ENTITY_TYPE, Column.DESTINATION_STATE);
                    case "/kind" -> EnumSet.of(Column.KIND);
                    case "/basis" -> EnumSet.of(Column.BASIS);
                    case "/decisionDate" -> EnumSet.of(Column.DECISION_DATE);
                    case "/parties" ->
                        made.lacksReceiver() ? EnumSet.of(Column.ENTITY_TYPE) : EnumSet.noneOf(Column.class);
                    default -> EnumSet.noneOf(Column.class);
                };
        return !why.isEmpty()
                && rows.stream().anyMatch(row -> why.stream().anyMatch(column -> found.isIn(row, column)));
    }

    /** Names the cells that an error comes from; of an empty one, only once that it is empty, of a misread one only why. */
    private static void tell(RowsToDraft made, FieldError error, FoundFaults found) {
        Column column = made.column(error);
        made.rows(error).stream()
                .filter(row -> !row.misread().containsKey(column))
                .filter(row -> !error.pointer().endsWith("/controlCode") || !found.isIn(row, column))
                .filter(row -> !row.get(column).isEmpty() || !found.isIn(row, column))
                .forEach(row -> found.add(row, column, error.detail()));
    }
}
