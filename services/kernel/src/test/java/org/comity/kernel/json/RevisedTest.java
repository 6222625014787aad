package org.comity.kernel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisedTest {

    /** A record that refuses what it cannot be. */
    public record Note(@Nullable String text, List<String> marks) {
        public Note {
            marks = List.copyOf(marks);
        }
    }

    private static final Note NOTE = new Note("one", List.of("a"));

    @Test
    void a_copy_has_what_was_replaced_and_all_else_as_it_was() {
        assertEquals(
                new Note("two", List.of("a")),
                Revised.of(NOTE).with("text", "two").made());
        assertEquals(
                new Note(null, List.of("a")),
                Revised.of(NOTE).with("text", null).made());
        assertEquals(NOTE, Revised.of(NOTE).made());
    }

    @Test
    void a_component_that_is_not_there_is_a_fault_of_ours() {
        assertThrows(
                IllegalStateException.class,
                () -> Revised.of(NOTE).with("texts", "two").made());
    }
}
