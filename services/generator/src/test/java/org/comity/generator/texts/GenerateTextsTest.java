package org.comity.generator.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comity.generator.SourceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTextsTest {

    private static final List<String> HEAD = List.of("# Some texts.", "# interface org.example.SomeTexts");

    @Test
    void a_bundle_becomes_an_interface() {
        assertEquals(
                """
                package org.example;

                import io.quarkus.qute.i18n.Message;
                import io.quarkus.qute.i18n.MessageBundle;
                import org.example.api.Codes;

                /** Some texts. Generated from {@code messages/some.properties}: change that. */
                @MessageBundle("some")
                public interface SomeTexts {

                    /** Expires */
                    @Message
                    String expires();

                    /** A text for each constant. */
                    @Message
                    String kind(Codes.Kind kind);

                    /** on &#123;day}, &#123;when} */
                    @Message
                    String onDay(String when, String day);
                }
                """,
                java(
                        "# import org.example.api.Codes",
                        "",
                        "expires=Expires",
                        "# kind(Codes.Kind kind)",
                        "kind_$ON_PAPER=on paper",
                        "kind_$SPOKEN=spoken",
                        "",
                        "# Words that are no declaration, since (this) says nothing of types",
                        "# onDay(String when, String day)",
                        "onDay=on {day}, {when}"));
    }

    @Test
    void one_argument_is_a_string_unless_it_is_declared() {
        assertTrue(java("was=It was {when}, {when}!").contains("String was(String when);"));
        assertTrue(java("# many(int count)", "many=all {count}").contains("String many(int count);"));
        assertTrue(java("left=%\\{count} left").contains("String left();"), "what the browser fills in");
    }

    @Test
    void a_text_of_several_arguments_or_with_a_decision_is_declared() {
        String fault = "some.properties: declare the parameters above: # ";

        assertEquals(fault + "onDay(…)", fault("onDay=on {day}, {when}"));
        assertEquals(fault + "many(…)", fault("many={#if count == 1}one{#else}many{/if}"));
        assertEquals(fault + "kind(…)", fault("kind_PAPER=on paper"));
        assertTrue(java("# many(int count)", "many={#if count == 1}one{#else}many{/if}")
                .contains("String many(int count);"));
    }

    @Test
    void a_declaration_and_its_text_say_the_same() {
        assertEquals(
                "some.properties: many declares [count] and says [amount]",
                fault("# many(int count)", "many=all {amount}"));
        assertEquals(
                "some.properties: many is declared, and its text does not follow",
                fault("# many(int count)", "", "few=a few"));
        assertEquals(
                "some.properties: many is declared, and its text does not follow", fault("few=a", "# many(int count)"));
    }

    @Test
    void what_is_no_text_is_refused() {
        assertEquals("some.properties: few is said twice", fault("few=a", "few=b"));
        assertEquals("some.properties: neither a comment nor a text: few", fault("few"));
        assertEquals(
                "some.properties: name the interface: # interface org.comity…Texts",
                assertThrows(SourceFault.class, () -> BundleFile.read("some.properties", List.of("few=a few")))
                        .getMessage());
    }

    @Test
    void words_do_not_end_their_comment() {
        assertTrue(java("odd=*/ @a <b> \\u0041").contains("/** *&#47; &#64;a &lt;b> &#92;u0041 */"));
    }

    @Test
    void only_what_changed_is_written_and_what_went_is_deleted(@TempDir Path folder) throws IOException {
        Path messages = Files.createDirectory(folder.resolve("messages"));
        Path out = folder.resolve("out");
        Path kept = out.resolve("org/example/SomeTexts.java");
        Path other = out.resolve("org/example/OtherTexts.java");
        Files.write(messages.resolve("some.properties"), List.of("# interface org.example.SomeTexts", "a=A"));
        Files.write(messages.resolve("some_fr.properties"), List.of("a=Â"));
        Files.write(messages.resolve("other.properties"), List.of("# interface org.example.OtherTexts", "b=B"));
        GenerateTexts.generate(messages, out);
        assertTrue(Files.exists(other));

        FileTime before = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(kept, before);
        Files.delete(messages.resolve("other.properties"));
        GenerateTexts.generate(messages, out);

        assertEquals(before, Files.getLastModifiedTime(kept));
        assertFalse(Files.exists(other));
    }

    private static String java(String... lines) {
        return BundleFile.read(
                        "some.properties",
                        Stream.concat(HEAD.stream(), Arrays.stream(lines)).toList())
                .java();
    }

    private static String fault(String... lines) {
        return assertThrows(SourceFault.class, () -> java(lines)).getMessage();
    }
}
