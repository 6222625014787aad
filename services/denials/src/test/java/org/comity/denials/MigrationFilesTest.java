package org.comity.denials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The owner is behind the wall as well: rows that a migration changes without lifting it stay as they are, in silence. */
class MigrationFilesTest {

    /** It changed nothing; V48 does what it meant. */
    private static final Set<String> KNOWN = Set.of("V42__ended_at.sql: denial");

    private static final Pattern CHANGE = Pattern.compile("(?m)^(?:update|delete from) (\\w+)");

    @Test
    void a_migration_that_changes_rows_lifts_the_wall_first() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.sorted().toList()) {
                faults(Files.readString(file)).stream()
                        .map(table -> file.getFileName() + ": " + table)
                        .filter(fault -> !KNOWN.contains(fault))
                        .forEach(faults::add);
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void a_change_behind_the_wall_is_found() {
        String lifted = "alter table denial no force row level security;\nupdate denial set x = 1;\n";
        assertEquals(List.of(), faults(lifted));
        assertEquals(List.of("denial_file"), faults(lifted + "update denial_file f set x = 1;"));
        assertFalse(faults("delete from denial;\n" + lifted).isEmpty());
    }

    private static List<String> faults(String sql) {
        List<String> tables = new ArrayList<>();
        Matcher change = CHANGE.matcher(sql);
        while (change.find()) {
            String lifted = "alter table " + change.group(1) + " no force row level security";
            if (!sql.substring(0, change.start()).contains(lifted)) {
                tables.add(change.group(1));
            }
        }
        return tables;
    }
}
