package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values go into SQL by their names, and rows come out as records. */
@QuarkusTest
class SqlTest {

    private static final Person SOMEBODY = new Person("1", "nl.officer");

    private final Sql sql;

    SqlTest(Sql sql) {
        this.sql = sql;
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private record Note(String text, int stars) {}

    private record Row(
            UUID id,
            StateCode ownState,
            DayOfWeek day,
            Instant createdAt,
            LocalDate due,
            int number,
            long large,
            boolean open,
            BigDecimal price,
            List<StateCode> states,
            List<Note> notes,
            Person createdBy,
            Optional<Person> approvedBy,
            @Nullable String nothing) {}

    @Test
    void a_row_is_read_as_a_record_by_the_names_of_its_columns() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.parse("2026-06-15T12:00:00.123456Z");
        Row row = inTransaction(() -> sql.of("select cast(:id as uuid) as id, cast(:state as text) as own_state,"
                        + " cast(:day as text) as day, cast(:at as timestamptz) as created_at, cast(:due as date) as due,"
                        + " cast(:number as int) as number, cast(:large as bigint) as large, :open and true as open,"
                        + " cast(:price as numeric) as price, cast(:states as text[]) as states,"
                        + " cast(:notes as jsonb) as notes, cast(:by as text) as created_by,"
                        + " cast(:byName as text) as created_by_name, null as approved_by, null as approved_by_name,"
                        + " cast(:nothing as text) as nothing, 'a :name that is none' as more")
                .with("id", id, "state", new StateCode("NL"), "day", DayOfWeek.MONDAY, "at", now)
                .with("due", LocalDate.of(2026, 6, 15), "number", 3, "large", 4_000_000_000L, "open", true)
                .with("price", new BigDecimal("1.50"), "states", List.of(new StateCode("DE"), new StateCode("JP")))
                .json("notes", List.of(new Note("one", 1)))
                .with("by", SOMEBODY, "nothing", null)
                .one(Row.class));
        assertEquals(
                new Row(
                        id,
                        new StateCode("NL"),
                        DayOfWeek.MONDAY,
                        now,
                        LocalDate.of(2026, 6, 15),
                        3,
                        4_000_000_000L,
                        true,
                        new BigDecimal("1.50"),
                        List.of(new StateCode("DE"), new StateCode("JP")),
                        List.of(new Note("one", 1)),
                        SOMEBODY,
                        Optional.empty(),
                        null),
                row);
    }

    @Test
    void anything_but_a_record_is_the_first_column() {
        assertEquals(List.of(1, 2), inTransaction(() -> sql.of("select n from unnest(:numbers) as n order by n")
                .with("numbers", List.of(2, 1))
                .list(Integer.class)));
        assertArrayEquals(new byte[] {1, 2}, inTransaction(() -> sql.of("select cast(:bytes as bytea)")
                .with("bytes", new byte[] {1, 2})
                .one(byte[].class)));
        assertEquals(Map.of(new StateCode("NL"), List.of("a", "b")), inTransaction(() -> sql.of(
                        "select 'NL', t from unnest(:texts) as t")
                .with("texts", List.of("a", "b"))
                .listBy(StateCode.class, String.class)));
    }

    @Test
    void a_value_that_nobody_said_and_a_column_that_is_not_there_are_faults_of_ours() {
        assertTrue(inTransaction(() -> sql.of("select 1").exists()));
        assertFalse(inTransaction(() -> sql.of("select 1 where false").exists()));
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> sql.of("select :unsaid").exists()));
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> sql.of("select 'x' as text").one(Note.class)));
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> sql.of("select 1 where false").one(Integer.class)));
    }
}
