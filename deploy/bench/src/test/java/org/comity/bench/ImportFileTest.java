package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportFileTest {

    private final ImportFile file = new ImportFile("X", 3, List.of("DE", "NO"));

    @Test
    void each_row_is_a_denial_of_its_own() {
        List<String> lines =
                new String(file.csv(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, lines.size());
        assertEquals(
                4, lines.stream().map(line -> line.split(",")[0]).distinct().count());
    }

    @Test
    void what_is_posted_one_by_one_is_released_as_the_file_is() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertEquals(
                json.readTree(file.settings()).path("releasability"),
                json.readTree(DraftDenial.ofRow(file.releasedTo()).json("NL/1")).path("releasability"));
    }
}
