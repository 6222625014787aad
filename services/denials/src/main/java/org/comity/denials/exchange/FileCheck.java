package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.PartyRole;
import org.comity.denials.controllist.ControlCode;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;

/** Checks the rows of a file, every one, and makes denials of them. */
final class FileCheck {

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

    /** All that is wrong, by row; and the denials, which count only where nothing is. */
    record Checked(List<Fault> faults, List<DenialInFile> denials) {

        Checked {
            faults = List.copyOf(faults);
            denials = List.copyOf(denials);
        }
    }

    Checked check(List<FileRow> rows) {
        List<Fault> faults = new ArrayList<>();
        Map<String, FileRow> byRegimeRef = new HashMap<>();
        Map<String, List<FileRow>> byReference = new LinkedHashMap<>();
        Set<String> faulty = new HashSet<>();
        for (FileRow row : rows) {
            List<Fault> here = new ArrayList<>();
            cells(row, here);
            FileRow twin = byRegimeRef.putIfAbsent(row.get(Column.REGIME_REG_REF), row);
            boolean again = twin != null && !row.get(Column.REGIME_REG_REF).isEmpty();
            if (again && !twin.cells().equals(row.cells())) {
                here.add(new Fault(
                        row.number(),
                        Column.REGIME_REG_REF,
                        "Row " + twin.number() + " has this reference too, with other content."));
            }
            if (!here.isEmpty()) {
                faulty.add(row.get(Column.REFERENCE));
            }
            faults.addAll(here);
            if (!again) {
                byReference
                        .computeIfAbsent(row.get(Column.REFERENCE), reference -> new ArrayList<>())
                        .add(row);
            }
        }
        List<DenialInFile> denials = new ArrayList<>();
        byReference.forEach((reference, group) -> {
            if (!faulty.contains(reference)) {
                denial(reference, group, faults).ifPresent(denials::add);
            }
        });
        faults.sort(java.util.Comparator.comparingInt(Fault::row));
        return new Checked(faults, denials);
    }

    private void cells(FileRow row, List<Fault> faults) {
        for (Column column : Column.values()) {
            if (Formula.is(row.get(column))) {
                faults.add(new Fault(
                        row.number(), column, "This is a spreadsheet formula. Put the text here that is meant."));
            }
        }
        if (row.get(Column.REFERENCE).isEmpty()) {
            faults.add(new Fault(row.number(), Column.REFERENCE, "This is missing."));
        }
        if (row.get(Column.NAME).isEmpty()) {
            faults.add(new Fault(row.number(), Column.NAME, "This is missing."));
        }
        government(row, faults);
        String country = row.get(Column.COUNTRY);
        if (!country.isEmpty() && states.named(country).isEmpty()) {
            faults.add(new Fault(row.number(), Column.COUNTRY, "No country has this name or code."));
        }
        String code = row.get(Column.DENIAL_CLE);
        if (!code.isEmpty() && !ControlCode.isWellFormed(code)) {
            faults.add(new Fault(
                    row.number(), Column.DENIAL_CLE, "This is not a control-list entry; one looks like 5A001.f.2."));
        }
        if (role(row).isEmpty()) {
            faults.add(new Fault(
                    row.number(),
                    Column.ENTITY_TYPE,
                    "This must be end_user, consignee, ultimate_consignee, third_party, intermediate or agent."));
        }
    }

    private void government(FileRow row, List<Fault> faults) {
        String government = row.get(Column.NOTIFYING_GOVERNMENT);
        Optional<StateCode> state = states.named(government);
        if (government.isEmpty()) {
            faults.add(new Fault(row.number(), Column.NOTIFYING_GOVERNMENT, "This is missing."));
        } else if (state.isEmpty()) {
            faults.add(new Fault(row.number(), Column.NOTIFYING_GOVERNMENT, "No state has this name or code."));
        } else if (!state.get().equals(own)) {
            faults.add(new Fault(
                    row.number(),
                    Column.NOTIFYING_GOVERNMENT,
                    "This is not your own state: a state posts its own denials."));
        }
    }

    private static Optional<PartyRole> role(FileRow row) {
        return Optional.ofNullable(
                ROLES.get(row.get(Column.ENTITY_TYPE).toLowerCase(Locale.ROOT).replace(' ', '_')));
    }

    /** The denial of these rows, unless something is wrong that only shows in the whole. */
    private Optional<DenialInFile> denial(String reference, List<FileRow> rows, List<Fault> faults) {
        int before = faults.size();
        if (settings.countryMeans() == CountryMeaning.DESTINATION) {
            String first = rows.getFirst().get(Column.COUNTRY);
            rows.stream()
                    .filter(row -> !states.named(row.get(Column.COUNTRY)).equals(states.named(first)))
                    .forEach(row -> faults.add(new Fault(
                            row.number(),
                            Column.COUNTRY,
                            "This is the destination, which row "
                                    + rows.getFirst().number() + " of the same denial gives as " + first + ".")));
        }
        RowsToDraft made = new RowsToDraft(
                reference, rows, settings, states, row -> role(row).orElseThrow());
        for (FieldError error : rules.apply(made.draft())) {
            faults.add(made.fault(error));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(new DenialInFile(reference, rows, made.draft()));
    }
}
