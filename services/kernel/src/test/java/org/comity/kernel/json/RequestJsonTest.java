package org.comity.kernel.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestJsonTest {

    private final ObjectMapper json = new RequestJson().mapper(List.of());

    @Test
    void R68_a_request_of_20000_parts_is_read_and_a_larger_one_is_not() throws Exception {
        // each list has a beginning and an end
        assertEquals(19_998, json.readTree("[1" + ",1".repeat(19_997) + "]").size());
        assertThrows(TooManyParts.class, () -> json.readTree("[1" + ",1".repeat(19_998) + "]"));
    }
}
