package org.comity.kernel.test;

import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.builder.ResponseBuilder;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTest {

    private static final Response TOLD = new ResponseBuilder()
            .setStatusCode(200)
            .setContentType("application/problem+json")
            .setBody("""
                    {"status": "OPEN", "version": 3, "late": false, "share": 0.5, "nothing": null,
                     "reply": {"text": "Yes.", "at": null},
                     "threads": [{"state": "EE", "denials": [{"ref": "A"}, {"ref": "B"}]},
                                 {"state": "JP", "denials": [], "note": "x"}],
                     "some": [{"state": "EE"}, null, {"name": "x"}]}""")
            .build();

    private final Response read = PlainPaths.in(TOLD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "version",
                "late",
                "share",
                "nothing",
                "absent",
                "reply",
                "reply.text",
                "reply.at",
                "threads.state",
                "threads[1].state",
                "threads[0].denials.ref",
                "threads.denials.ref",
                "threads[1].denials",
                "threads.note",
                "some.state",
                "threads.size()",
                "threads.find { it.state == 'JP' }.note"
            })
    void a_path_leads_where_RestAssured_says(String path) {
        Object expected = TOLD.path(path);

        assertEquals(expected, read.path(path));
        assertEquals(expected, read.then().extract().path(path));
        assertEquals(expected, read.then().statusCode(200).extract().response().path(path));
        read.then().body(path, is(expected)).body(path, is(expected));
    }

    @Test
    void what_is_not_as_expected_is_told_as_RestAssured_tells_it() {
        AssertionError told = assertThrows(
                AssertionError.class,
                () -> read.then().body("status", is("OPEN")).body("reply.text", is("No.")));

        assertTrue(told.getMessage().contains("JSON path reply.text doesn't match."), told.getMessage());
        assertThrows(AssertionError.class, () -> read.then().body("absent", is("x")));
        assertThrows(AssertionError.class, () -> read.then().body("status", is("OPEN"), "version", is(4)));
        assertThrows(AssertionError.class, () -> read.then().body("$", not(hasKey("late"))));
        read.then()
                .body("absent", nullValue())
                .body("$", hasKey("late"))
                .body("threads.state", is(List.of("EE", "JP")));
    }
}
