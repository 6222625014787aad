package org.comity.kernel.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static final PageRequest.Position PLACE = new PageRequest.Position(
            Instant.parse("2026-06-15T12:00:00.123456Z"), UUID.fromString("0f5a7e4e-0000-4000-8000-000000000000"));

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertEquals(Optional.of(PLACE), PageRequest.of(null, PLACE.cursor()).after());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "MjAyNg",
                "fHw",
                "LTk5OTktMDEtMDFUMDA6MDA6MDBafDBmNWE3ZTRlLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA"
            })
    void anything_else_is_refused(String cursor) {
        assertThrows(ProblemException.class, () -> PageRequest.of(null, cursor));
    }

    @Test
    void a_place_far_beyond_every_record_is_refused_and_the_last_instant_before_it_is_not() {
        for (String far : new String[] {"+300000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"}) {
            String cursor = new PageRequest.Position(Instant.parse(far), PLACE.id()).cursor();
            assertThrows(ProblemException.class, () -> PageRequest.of(null, cursor), far);
        }
        PageRequest.Position last = new PageRequest.Position(Instant.parse("9998-12-31T23:59:59Z"), PLACE.id());
        assertEquals(Optional.of(last), PageRequest.of(null, last.cursor()).after());
    }

    @Test
    void a_page_has_1_to_100_records_and_25_where_nothing_is_said() {
        assertEquals(25, PageRequest.limit(null));
        assertEquals(1, PageRequest.limit("1"));
        assertEquals(100, PageRequest.limit("100"));
        for (String wrong : new String[] {"0", "101", "-1", "1.5", "x", "", "99999999999"}) {
            assertThrows(ProblemException.class, () -> PageRequest.limit(wrong), wrong);
        }
    }
}
