package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a contract leaves unsaid is found where it is planted. */
class OpenApiFileTest {

    private static final String COMPLETE = """
            openapi: 3.1.0
            paths:
              /things:
                get:
                  parameters:
                    - {name: order, in: query, schema: {$ref: '#/components/schemas/Order'}}
                  responses:
                    '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                    '400': {$ref: '#/components/responses/BadRequest'}
                    '406': {$ref: '#/components/responses/NotAcceptable'}
                    '414': {$ref: '#/components/responses/UriTooLong'}
                    '431': {$ref: '#/components/responses/HeadersTooLarge'}
                    '401': {$ref: '#/components/responses/Unauthorized'}
                    '403': {$ref: '#/components/responses/Forbidden'}
                    '503': {$ref: '#/components/responses/Unavailable'}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                  responses:
                    '400': {$ref: '#/components/responses/BadRequest'}
                    '406': {$ref: '#/components/responses/NotAcceptable'}
                    '414': {$ref: '#/components/responses/UriTooLong'}
                    '431': {$ref: '#/components/responses/HeadersTooLarge'}
                    '401': {$ref: '#/components/responses/Unauthorized'}
                    '403': {$ref: '#/components/responses/Forbidden'}
                    '413': {$ref: '#/components/responses/TooLarge'}
                    '415': {$ref: '#/components/responses/UnsupportedMediaType'}
                    '503': {$ref: '#/components/responses/Unavailable'}
              /table:
                get:
                  security: []
                  responses:
                    '200': {description: x}
                    '400': {$ref: '#/components/responses/BadRequest'}
                    '406': {$ref: '#/components/responses/NotAcceptable'}
                    '414': {$ref: '#/components/responses/UriTooLong'}
                    '431': {$ref: '#/components/responses/HeadersTooLarge'}
                    '503': {$ref: '#/components/responses/Unavailable'}
            components:
              schemas:
                Order: {type: string, enum: [newest]}
                Thing:
                  type: object
                  additionalProperties: false
                  required: [notice]
                  examples: [{notice: x, order: newest, on: '2026-03-31'}]
                  properties:
                    notice: {type: string}
                    order: {$ref: '#/components/schemas/Order'}
                    'on': {type: string, format: date}
            """;

    @TempDir
    Path folder;

    private OpenApiFile with(String text, String instead) throws IOException {
        assertTrue(COMPLETE.contains(text), text);
        return OpenApiFile.of(Files.writeString(folder.resolve("a.yaml"), COMPLETE.replace(text, instead)));
    }

    @Test
    void a_complete_file_has_no_finding() throws IOException {
        OpenApiFile file = with("x", "x");
        assertEquals(Set.of(), file.undeclaredAnswers());
        assertEquals(Set.of(), file.openObjects());
        assertEquals(Set.of(), file.parametersWithoutCodes("order"));
        assertEquals(List.of(), file.faultyExamples());
        assertEquals(Set.of(), file.answeredWithout("notice"));
    }

    @Test
    void an_answer_that_comes_is_declared_by_its_own_name() throws IOException {
        assertEquals(
                Set.of("GET /table 503", "GET /things 503", "POST /things 503"),
                with("        '503': {$ref: '#/components/responses/Unavailable'}\n", "")
                        .undeclaredAnswers());
        assertEquals(
                Set.of("POST /things 413"),
                with("responses/TooLarge", "responses/Forbidden").undeclaredAnswers());
    }

    @Test
    void an_object_is_closed() throws IOException {
        assertEquals(
                Set.of("/components/schemas/Thing"),
                with("      additionalProperties: false\n", "").openObjects());
    }

    @Test
    void a_parameter_that_is_a_code_refers_to_its_codes() throws IOException {
        assertEquals(
                Set.of("GET /things order"),
                with("query, schema: {$ref: '#/components/schemas/Order'}", "query, schema: {type: string}")
                        .parametersWithoutCodes("order"));
        assertEquals(Set.of("GET /things order"), with(", enum: [newest]", "").parametersWithoutCodes("order"));
    }

    @Test
    void a_body_has_an_example_and_an_example_keeps_its_schema() throws IOException {
        assertEquals(
                List.of("POST /things has no example"),
                with("      examples: [{notice: x, order: newest, on: '2026-03-31'}]\n", "")
                        .faultyExamples());
        for (String wrong : List.of("{notice: x, more: y}", "{order: newest}", "{notice: x, order: oldest}")) {
            assertEquals(
                    1,
                    with("{notice: x, order: newest, on: '2026-03-31'}", wrong)
                            .faultyExamples()
                            .size(),
                    wrong);
        }
        assertEquals(1, with("'2026-03-31'", "'31 March'").faultyExamples().size(), "formats count");
    }

    @Test
    void an_answer_promises_what_all_of_them_have() throws IOException {
        assertEquals(Set.of("Thing"), with("      required: [notice]\n", "").answeredWithout("notice"));
    }
}
