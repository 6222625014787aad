package org.comity.generator.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.generator.SourceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateRecordsTest {

    private static final String CONTRACT = """
            openapi: 3.1.0
            components:
              schemas:
                Letter:
                  type: object
                  description: A letter, as @{its} reader sees it.
                  required: [id, kind, sentOn, pages, read, lines, weight]
                  properties:
                    id: {type: string, format: uuid}
                    kind: {$ref: '#/components/schemas/Kind'}
                    sentOn: {type: string, format: date, description: The day.}
                    readAt: {type: string, format: date-time}
                    pages: {type: integer}
                    bytes: {type: integer, maximum: 1000000000000}
                    read: {type: boolean}
                    isUrgent: {type: boolean}
                    lines: {type: array, items: {type: string}}
                    weight: {type: number}
                    any: {}
                    writer: {$ref: '#/components/schemas/Person'}
                    place:
                      type: object
                      required: [name]
                      properties:
                        name: {type: string}
                        new: {type: integer}
                    colour: {type: string, enum: [RED, BLUE]}
                    ended: {type: string, enum: [PAPER]}
                Kind: {type: string, enum: [PAPER, SPOKEN], description: How it came.}
                Person:
                  type: object
                  properties:
                    name: {type: string}
                    letters: {type: array, items: {$ref: '#/components/schemas/Letter'}}
                    work:
                      type: array
                      items: {type: object, properties: {at: {type: string}}}
            """;

    private static final String[] LISTED = {
        "# What is read",
        "Letter = Letter implements LetterMethods",
        "Place = Letter.place",
        "Person = Person",
        "Codes.Kind = Kind, Letter.ended"
    };

    @Test
    void a_schema_becomes_an_immutable_record() {
        assertEquals("""
                package org.example;

                import com.fasterxml.jackson.annotation.JsonInclude;
                import com.fasterxml.jackson.annotation.JsonProperty;
                import com.fasterxml.jackson.databind.JsonNode;
                import java.math.BigDecimal;
                import java.time.Instant;
                import java.time.LocalDate;
                import java.util.List;
                import java.util.UUID;
                import org.jspecify.annotations.Nullable;

                /**
                 * A letter, as &#64;&#123;its} reader sees it.
                 *
                 * @param sentOn The day.
                 */
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                public record Letter(
                        UUID id,
                        Codes.Kind kind,
                        LocalDate sentOn,
                        @Nullable Instant readAt,
                        int pages,
                        @Nullable Long bytes,
                        boolean read,
                        @JsonProperty("isUrgent") @Nullable Boolean isUrgent,
                        List<String> lines,
                        BigDecimal weight,
                        @Nullable JsonNode any,
                        @Nullable Person writer,
                        @Nullable Place place,
                        @Nullable String colour,
                        Codes.@Nullable Kind ended) implements LetterMethods {

                    public Letter {
                        lines = lines == null ? List.of() : List.copyOf(lines);
                    }
                }
                """, source("Letter", LISTED));
    }

    @Test
    void what_all_of_may_be_missing_begins_with_nothing() {
        String person = source("Person", LISTED);

        assertTrue(person.contains("public static Person empty() {"), person);
        assertTrue(person.contains("return new Person(null, null, null);"), person);
        assertFalse(source("Letter", LISTED).contains("empty()"));
    }

    @Test
    void what_is_not_listed_is_named_by_the_contract_or_by_its_property() {
        String person = source("Person", "Person = Person");

        assertTrue(person.contains("List<Letter> letters,"), person);
        assertTrue(person.contains("List<Person.Work> work)"), person);
        assertTrue(person.contains("    public record Work(\n            @Nullable String at)"), person);
        assertEquals(
                List.of("Person", "Letter", "Kind"), types("Person = Person").outermost());
        assertTrue(
                source("Letter", "Person = Person").contains("@Nullable String ended"), "a code list without a name");
    }

    @Test
    void a_code_list_becomes_an_enum_within_the_class_that_its_name_says() {
        assertEquals("""
                package org.example;

                /**
                 * Types of the contracts.
                 */
                public final class Codes {

                    private Codes() {}

                    /**
                     * How it came.
                     */
                    public enum Kind implements KindMethods {
                        PAPER,
                        SPOKEN
                    }
                }
                """, source("Codes", "Codes.Kind = Kind implements KindMethods"));
    }

    @Test
    void a_type_that_java_has_is_used_and_not_made() {
        String letter =
                source("Letter", "Letter = Letter", "use java.time.DayOfWeek = Kind", "use Colour = Letter.colour");

        assertTrue(letter.contains("import java.time.DayOfWeek;"), letter);
        assertTrue(letter.contains("DayOfWeek kind,"), letter);
        assertTrue(letter.contains("@Nullable Colour colour,"), letter);
        assertFalse(types("Letter = Letter", "use Colour = Letter.colour")
                .outermost()
                .contains("Colour"));
    }

    @Test
    void a_type_stands_for_no_schema_that_says_more() {
        assertEquals("Kind cannot say all that Letter.colour says", fault("Kind = Kind, Letter.colour"));
        assertEquals("Person cannot say all that Letter says", fault("Person = Person, Letter"));
    }

    @Test
    void what_the_contract_does_not_have_is_refused() {
        assertEquals("letters.yaml: there is no schema Envelope", fault("Envelope = Envelope"));
        assertEquals("letters.yaml: there is no Letter.stamp", fault("Stamp = Letter.stamp"));
        assertEquals("There are two types Kind", fault("Kind = Kind", "Kind = Person"));
        assertEquals("letters.types: no line such as Type = Schema: Kind", fault("Kind"));
    }

    @Test
    void two_contracts_make_the_types_of_one_package(@TempDir Path folder) throws IOException {
        Path letters = Files.writeString(folder.resolve("letters.yaml"), CONTRACT);
        Path lettersTypes = Files.writeString(folder.resolve("letters.types"), "Codes.Kind = Kind\n");
        Path posts = Files.writeString(folder.resolve("posts.yaml"), """
                components:
                  schemas:
                    Post: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}
                    Kind: {type: string, enum: [PAPER]}
                """);
        Path postsTypes = Files.writeString(folder.resolve("posts.types"), "Post = Post\nuse Codes.Kind = Kind\n");
        Path out = folder.resolve("out");

        GenerateRecords.main(new String[] {
            out.toString(),
            "org.example",
            letters.toString(),
            lettersTypes.toString(),
            posts.toString(),
            postsTypes.toString()
        });

        assertTrue(Files.readString(out.resolve("org/example/Post.java")).contains("Codes.@Nullable Kind kind"));
        assertTrue(Files.readString(out.resolve("org/example/Codes.java")).contains("SPOKEN"));
    }

    private static JavaTypes types(String... list) {
        JavaTypes types = new JavaTypes();
        types.add(Contract.read("letters.yaml", CONTRACT), ListedType.list("letters.types", List.of(list)));
        return types;
    }

    private static String source(String name, String... list) {
        return new JavaSource(types(list)).file("org.example", name);
    }

    private static String fault(String... list) {
        return assertThrows(SourceFault.class, () -> types(list)).getMessage();
    }
}
