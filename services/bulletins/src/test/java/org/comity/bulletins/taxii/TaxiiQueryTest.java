package org.comity.bulletins.taxii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** How the filters of TAXII are read. */
class TaxiiQueryTest {

    private static TaxiiQuery of(String... pairs) {
        MultivaluedMap<String, String> address = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            address.add(pairs[i], pairs[i + 1]);
        }
        return TaxiiQuery.of(address, 100);
    }

    @Test
    void R341_nothing_said_is_the_last_version_of_everything_in_the_largest_pages() {
        TaxiiQuery query = of();
        assertEquals(List.of("last"), query.versions());
        assertEquals(100, query.limit());
        assertEquals(Optional.empty(), query.addedAfter());
    }

    @Test
    void R341_several_values_stand_with_commas() {
        assertEquals(
                List.of("report", "identity"),
                of("match[type]", "report,identity").types());
        TaxiiQuery query = of("match[version]", "first,2026-01-31T12:00:00.1Z,last");
        assertEquals(List.of("2026-01-31T12:00:00.100000Z"), query.instants());
        assertEquals(List.of("2.0", "2.1"), of("match[spec_version]", "2.0,2.1").specVersions());
    }

    @Test
    void R341_a_larger_page_than_the_largest_is_the_largest() {
        assertEquals(100, of("limit", "101").limit());
        assertEquals(1, of("limit", "1").limit());
        assertThrows(ProblemException.class, () -> of("limit", "0"));
        assertThrows(ProblemException.class, () -> of("limit", "9999999999"));
    }

    @Test
    void R341_an_instant_is_read_to_the_microsecond() {
        assertEquals(
                Optional.of(Instant.parse("2026-01-31T12:00:00.123456Z")),
                of("added_after", "2026-01-31T12:00:00.123456789Z").addedAfter());
        assertThrows(ProblemException.class, () -> of("added_after", "2026-01-31T12:00:00+01:00"));
    }

    @Test
    void R341_a_filter_that_would_take_long_to_match_is_refused_in_time() {
        assertTimeout(Duration.ofSeconds(1), () -> {
            assertThrows(ProblemException.class, () -> of("match[id]", "a-".repeat(2000) + "!"));
            assertThrows(ProblemException.class, () -> of("match[type]", "report,".repeat(101) + "report"));
        });
    }
}
