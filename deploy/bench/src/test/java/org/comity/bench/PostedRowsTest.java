package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostedRowsTest {

    private static Map<String, PostedRows.TableRows> tables(String... names) {
        Map<String, PostedRows.TableRows> tables = new LinkedHashMap<>();
        for (String name : names) {
            tables.put(name, new PostedRows.TableRows(name, List.of(), List.of()));
        }
        return tables;
    }

    @Test
    void a_table_comes_after_those_that_it_refers_to() {
        List<PostedRows.TableRows> ordered = PostedRows.inOrderOfReference(
                tables("audit_entry", "item", "item_code", "record"),
                Map.of("item", Set.of("record", "unit"), "item_code", Set.of("item")));
        assertEquals(
                List.of("audit_entry", "record", "item", "item_code"),
                ordered.stream().map(PostedRows.TableRows::table).toList());
    }

    @Test
    void tables_that_refer_to_one_another_in_a_circle_are_refused() {
        assertThrows(
                BenchException.class,
                () -> PostedRows.inOrderOfReference(tables("a", "b"), Map.of("a", Set.of("b"), "b", Set.of("a"))));
    }

    @Test
    void another_name_is_as_long_and_never_the_same() {
        String first = BareInsert.otherName("DN-NL-2026-7KQ4M2");
        String second = BareInsert.otherName("DN-NL-2026-7KQ4M2");
        assertEquals("DN-NL-2026-z", first.substring(0, 12));
        assertEquals(17, first.length());
        assertNotEquals(first, second);
    }
}
