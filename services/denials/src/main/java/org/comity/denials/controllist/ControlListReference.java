package org.comity.denials.controllist;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.sharing.code.ControlCode;

/** The surveillance-related entries that Comity knows (domain 7.2), shipped in reference/control-list-entries.csv. */
@Singleton
public class ControlListReference {

    private final List<ControlListEntry> entries = read();
    private final Set<String> known = entries.stream()
            .flatMap(entry -> ControlCode.withAncestors(entry.code()).stream())
            .collect(Collectors.toUnmodifiableSet());

    /** All entries, by code. */
    public List<ControlListEntry> entries() {
        return entries;
    }

    /** Whether the list has the entry, or one below it. */
    public boolean knows(String code) {
        return known.contains(code);
    }

    private static List<ControlListEntry> read() {
        try (InputStream file = ControlListReference.class.getResourceAsStream("/reference/control-list-entries.csv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\\|", 4))
                    .map(cell -> new ControlListEntry(cell[0], cell[1], cell[2], cell[3]))
                    .sorted(Comparator.comparing(ControlListEntry::code))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
