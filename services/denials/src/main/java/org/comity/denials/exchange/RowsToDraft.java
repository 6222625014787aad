package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.Reason;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/** The rows of one denial as a draft; remembers which row each part of it is from. */
final class RowsToDraft {

    private static final List<PartyRole> BY_DESTINATION =
            List.of(PartyRole.END_USER, PartyRole.ULTIMATE_CONSIGNEE, PartyRole.CONSIGNEE);

    private final List<FileRow> rows;
    private final States states;
    private final Function<FileRow, PartyRole> role;
    private final List<FileRow> rowOfItem = new ArrayList<>();
    private final List<FileRow> rowOfParty = new ArrayList<>();
    private final DraftDenial draft;

    RowsToDraft(
            String reference,
            List<FileRow> rows,
            ImportSettings settings,
            States states,
            Function<FileRow, PartyRole> role) {
        this.rows = rows;
        this.states = states;
        this.role = role;
        this.draft = new DraftDenial(
                settings.kind(),
                settings.decisionDate(),
                settings.basis(),
                items(settings),
                destination(settings),
                List.of(),
                parties(settings),
                lines(Column.END_USE),
                null,
                reasons(settings),
                List.of(),
                null,
                null,
                null,
                settings.suspensionEndsOn(),
                null,
                settings.tlp(),
                settings.permittedUse(),
                null,
                List.of(),
                List.of(),
                null,
                settings.releasability(),
                reference,
                null);
    }

    DraftDenial draft() {
        return draft;
    }

    /** Where in the file that is which this error points at. */
    Fault fault(FieldError error) {
        String[] path = error.pointer().split("/");
        String field = path.length > 1 ? path[1] : "";
        String part = path.length > 3 ? path[3] : "";
        return switch (field) {
            case "items" ->
                at(
                        from(rowOfItem, path),
                        part.equals("controlCode") ? Column.DENIAL_CLE : Column.ITEM_DESCRIPTION,
                        error);
            case "parties" ->
                at(
                        from(rowOfParty, path),
                        switch (part) {
                            case "country" -> Column.COUNTRY;
                            case "address" -> Column.ADDRESS;
                            case "identifiers" -> Column.REGIME_REG_REF;
                            default -> Column.NAME;
                        },
                        error);
            case "destinationState" -> at(rows.getFirst(), Column.COUNTRY, error);
            case "statedEndUse" -> at(rows.getFirst(), Column.END_USE, error);
            case "reasons" -> at(rows.getFirst(), Column.REASON_FOR_REFUSAL, error);
            default -> at(rows.getFirst(), Column.REFERENCE, error);
        };
    }

    private FileRow from(List<FileRow> source, String[] path) {
        return path.length > 2 && path[2].matches("[0-9]{1,5}") && Integer.parseInt(path[2]) < source.size()
                ? source.get(Integer.parseInt(path[2]))
                : rows.getFirst();
    }

    private static Fault at(FileRow row, Column column, FieldError error) {
        return new Fault(row.number(), column, error.detail());
    }

    private List<DeniedItem> items(ImportSettings settings) {
        Map<DeniedItem, FileRow> items = new LinkedHashMap<>();
        for (FileRow row : rows) {
            String code = text(row, Column.DENIAL_CLE);
            String description = text(row, Column.ITEM_DESCRIPTION);
            if (code != null || description != null) {
                items.putIfAbsent(
                        new DeniedItem(
                                code,
                                code == null ? null : settings.controlList(),
                                null,
                                description,
                                List.of(),
                                null,
                                null,
                                null),
                        row);
            }
        }
        rowOfItem.addAll(items.values());
        return List.copyOf(items.keySet());
    }

    private record Named(
            PartyRole role,
            String name,
            @Nullable String address,
            @Nullable StateCode country) {}

    private List<Party> parties(ImportSettings settings) {
        Map<Named, List<Identifier>> parties = new LinkedHashMap<>();
        for (FileRow row : rows) {
            Named named = new Named(
                    role.apply(row),
                    row.get(Column.NAME),
                    text(row, Column.ADDRESS),
                    settings.countryMeans() == CountryMeaning.PARTY ? country(row) : null);
            if (!parties.containsKey(named)) {
                rowOfParty.add(row);
            }
            List<Identifier> identifiers = parties.computeIfAbsent(named, party -> new ArrayList<>());
            String regimeRef = text(row, Column.REGIME_REG_REF);
            if (regimeRef != null) {
                identifiers.add(new Identifier(Column.REGIME_REG_REF.header(), regimeRef));
            }
        }
        return parties.entrySet().stream()
                .map(party -> new Party(
                        party.getKey().role(),
                        party.getKey().name(),
                        List.of(),
                        null,
                        party.getKey().address(),
                        party.getKey().country(),
                        party.getValue(),
                        null,
                        null))
                .toList();
    }

    private @Nullable StateCode destination(ImportSettings settings) {
        if (settings.countryMeans() == CountryMeaning.DESTINATION) {
            return country(rows.getFirst());
        }
        for (PartyRole wanted : BY_DESTINATION) {
            for (FileRow row : rows) {
                if (role.apply(row) == wanted) {
                    return country(row);
                }
            }
        }
        return country(rows.getFirst());
    }

    private List<Reason> reasons(ImportSettings settings) {
        return rows.stream()
                .map(row -> row.get(Column.REASON_FOR_REFUSAL))
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .map(reason -> new Reason(settings.criterionOrDefault(), List.of(), List.of(), null, reason))
                .toList();
    }

    private @Nullable String lines(Column column) {
        String lines = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private @Nullable StateCode country(FileRow row) {
        return states.named(row.get(Column.COUNTRY)).orElse(null);
    }

    private static @Nullable String text(FileRow row, Column column) {
        String text = row.get(column);
        return text.isEmpty() ? null : text;
    }
}
