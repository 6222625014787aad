package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.Reason;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** The rows of one denial as a draft; remembers which rows each part of it is from. */
final class RowsToDraft {

    private static final List<PartyRole> BY_DESTINATION =
            List.of(PartyRole.END_USER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.CONSIGNEE);

    private static final Set<String> OF_THE_WHOLE = Set.of("/destinationState", "/items", "/parties", "/reasons");

    private final List<FileRow> rows;
    private final ImportSettings settings;
    private final States states;
    private final Function<FileRow, PartyRole> role;
    private final List<List<FileRow>> rowsOfItem = new ArrayList<>();
    private final List<List<FileRow>> rowsOfParty = new ArrayList<>();
    private final List<List<FileRow>> rowsOfReason = new ArrayList<>();
    private final Map<String, List<FileRow>> rowsOfIdentifiers = new HashMap<>();
    private final DecisionCells decided;
    private final DraftDenial draft;

    RowsToDraft(
            String reference,
            List<FileRow> rows,
            ImportSettings settings,
            States states,
            Function<FileRow, PartyRole> role) {
        this.rows = rows;
        this.settings = settings;
        this.states = states;
        this.role = role;
        this.decided = DecisionCells.of(rows, settings);
        this.draft = Revised.of(DraftDenial.NOTHING)
                .with("kind", decided.kind())
                .with("decisionDate", decided.date())
                .with("basis", decided.basis())
                .with("items", items())
                .with("destinationState", destination())
                .with("parties", parties())
                .with("statedEndUse", lines(Column.END_USE))
                .with("reasons", reasons())
                .with("suspensionEndsOn", decided.suspensionEndsOn())
                .with("tlp", settings.tlp())
                .with("permittedUse", settings.permittedUse())
                .with("provenance", settings.provenance())
                .with("releasability", settings.releasability())
                .with("nationalRef", reference)
                .made();
    }

    DraftDenial draft() {
        return draft;
    }

    /** Whether this error is about all rows of the denial together, and about none of them by itself. */
    static boolean isOfTheWhole(FieldError error) {
        return OF_THE_WHOLE.contains(error.pointer());
    }

    /** Whether nobody is named who would receive the item. */
    boolean lacksReceiver() {
        return draft.parties().stream().noneMatch(party -> BY_DESTINATION.contains(party.role()));
    }

    /** The column that this error points at. */
    Column column(FieldError error) {
        String[] path = error.pointer().split("/");
        String part = path.length > 3 ? path[3] : "";
        return switch (path.length > 1 ? path[1] : "") {
            case "items" ->
                part.equals("controlCode")
                                || draft.items().isEmpty() && !decided.basis().isCatchAll()
                        ? Column.DENIAL_CLE
                        : Column.ITEM_DESCRIPTION;
            case "parties" ->
                switch (part) {
                    case "country" -> Column.COUNTRY;
                    case "address" -> Column.ADDRESS;
                    case "identifiers" -> Column.REGIME_REG_REF;
                    case "" -> lacksReceiver() ? Column.ENTITY_TYPE : Column.NAME;
                    default -> Column.NAME;
                };
            case "destinationState" -> orGiven(Column.DESTINATION_STATE, Column.COUNTRY);
            case "kind" -> orGiven(Column.KIND, Column.REFERENCE);
            case "basis" -> orGiven(Column.BASIS, Column.REFERENCE);
            case "decisionDate" -> orGiven(Column.DECISION_DATE, Column.REFERENCE);
            case "statedEndUse" -> Column.END_USE;
            case "reasons" -> Column.REASON_FOR_REFUSAL;
            default -> Column.REFERENCE;
        };
    }

    private Column orGiven(Column given, Column otherwise) {
        return rows.stream().anyMatch(row -> !row.get(given).isEmpty()) ? given : otherwise;
    }

    /** The rows that say what this error points at. */
    List<FileRow> rows(FieldError error) {
        String[] path = error.pointer().split("/");
        return switch (path.length > 1 ? path[1] : "") {
            case "items" -> rows(rowsOfItem, path);
            case "parties" -> path.length > 5 ? List.of(rowOfIdentifier(path)) : rows(rowsOfParty, path);
            case "reasons" -> rows(rowsOfReason, path);
            case "destinationState" -> List.of(destinationRow());
            case "statedEndUse" ->
                List.of(Collections.max(rows, Comparator.comparingInt(row -> row.get(Column.END_USE)
                        .length())));
            default -> List.of(rows.getFirst());
        };
    }

    private List<FileRow> rows(List<List<FileRow>> source, String[] path) {
        return path.length > 2 ? source.get(Integer.parseInt(path[2])) : List.of(rows.getFirst());
    }

    private FileRow rowOfIdentifier(String[] path) {
        return rowsOfIdentifiers
                .computeIfAbsent(path[2], party -> rowsOfIdentifiers(rows(rowsOfParty, path)))
                .get(Integer.parseInt(path[4]));
    }

    /** Each row gives its party one at the most, in the order of the rows; rows may repeat it. */
    private static List<FileRow> rowsOfIdentifiers(List<FileRow> rowsOfParty) {
        Set<String> found = new HashSet<>();
        return rowsOfParty.stream()
                .filter(row -> !row.get(Column.REGIME_REG_REF).isEmpty())
                .filter(row -> found.add(row.get(Column.REGIME_REG_REF)))
                .toList();
    }

    private List<DeniedItem> items() {
        Map<DeniedItem, List<FileRow>> items = new LinkedHashMap<>();
        for (FileRow row : rows) {
            String code = text(row, Column.DENIAL_CLE);
            String description = text(row, Column.ITEM_DESCRIPTION);
            if (code != null || description != null) {
                DeniedItem item = new DeniedItem(
                        code,
                        code == null ? null : settings.controlList(),
                        null,
                        description,
                        List.of(),
                        null,
                        null,
                        null);
                items.computeIfAbsent(item, again -> new ArrayList<>()).add(row);
            }
        }
        rowsOfItem.addAll(items.values());
        return List.copyOf(items.keySet());
    }

    private record Named(
            PartyRole role,
            String name,
            @Nullable String address,
            @Nullable StateCode country,
            boolean isPerson) {}

    private List<Party> parties() {
        Map<Named, List<FileRow>> parties =
                rows.stream().collect(Collectors.groupingBy(this::named, LinkedHashMap::new, Collectors.toList()));
        rowsOfParty.addAll(parties.values());
        return parties.entrySet().stream()
                .map(party -> new Party(
                        party.getKey().role(),
                        party.getKey().name(),
                        List.of(),
                        null,
                        party.getKey().address(),
                        party.getKey().country(),
                        identifiers(party.getValue()),
                        null,
                        // "no" is what an empty cell says: a file that gains the column has not changed
                        party.getKey().isPerson() ? Boolean.TRUE : null))
                .toList();
    }

    private Named named(FileRow row) {
        return new Named(
                role.apply(row),
                row.get(Column.NAME),
                text(row, Column.ADDRESS),
                settings.countryMeans() == CountryMeaning.PARTY ? country(row) : null,
                row.isOfPerson());
    }

    private static List<Identifier> identifiers(List<FileRow> rows) {
        return rows.stream()
                .map(row -> row.get(Column.REGIME_REG_REF))
                .filter(regimeRef -> !regimeRef.isEmpty())
                .distinct()
                .map(regimeRef -> new Identifier(Column.REGIME_REG_REF.header(), regimeRef))
                .toList();
    }

    private @Nullable StateCode destination() {
        return given().map(
                        row -> states.named(row.get(Column.DESTINATION_STATE)).orElse(null))
                .orElseGet(() -> country(destinationRow()));
    }

    private Optional<FileRow> given() {
        return rows.stream()
                .filter(row -> !row.get(Column.DESTINATION_STATE).isEmpty())
                .findFirst();
    }

    /** The row that says the destination of the denial. */
    FileRow destinationRow() {
        if (given().isPresent()) {
            return given().get();
        }
        Stream<FileRow> wanted = settings.countryMeans() == CountryMeaning.DESTINATION
                ? rows.stream().filter(row -> country(row) != null)
                : BY_DESTINATION.stream().flatMap(part -> rows.stream().filter(row -> role.apply(row) == part));
        return wanted.findFirst().orElse(rows.getFirst());
    }

    private List<Reason> reasons() {
        Map<String, List<FileRow>> reasons = rows.stream()
                .filter(row -> !row.get(Column.REASON_FOR_REFUSAL).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.get(Column.REASON_FOR_REFUSAL), LinkedHashMap::new, Collectors.toList()));
        rowsOfReason.addAll(reasons.values());
        return reasons.keySet().stream()
                .map(reason -> new Reason(settings.criterionOrDefault(), List.of(), List.of(), null, reason))
                .toList();
    }

    private @Nullable String lines(Column column) {
        StringBuilder lines = new StringBuilder();
        Set<String> found = new HashSet<>();
        for (FileRow row : rows) {
            String cell = row.get(column);
            // what is too long already does not grow further: it is refused as it is
            if (!cell.isEmpty() && lines.length() < FileBudget.MOST_IN_A_CELL && found.add(cell)) {
                lines.append(lines.isEmpty() ? "" : "\n").append(cell);
            }
        }
        return lines.isEmpty() ? null : lines.toString();
    }

    private @Nullable StateCode country(FileRow row) {
        return states.named(row.get(Column.COUNTRY)).orElse(null);
    }

    private static @Nullable String text(FileRow row, Column column) {
        String text = row.get(column);
        return text.isEmpty() ? null : text;
    }
}
