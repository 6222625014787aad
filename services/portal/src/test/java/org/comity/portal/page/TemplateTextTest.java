package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text in a template outside the message files. */
class TemplateTextTest {

    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void no_template_holds_text_of_its_own() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> templates = templates();
        for (Path template : templates) {
            TemplateText.in(Files.readString(template)).forEach(text -> found.add(template + ": " + text));
        }

        assertFalse(templates.isEmpty());
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Denials</h1>",
                "<p>{name} wrote</p>",
                "<p>{#if a}Yes{/if}</p>",
                "<input type=\"text\" placeholder=\"Search\">",
                "<nav aria-label=\"Main\"></nav>",
                "<td data-label=\"Status\"></td>",
                "<img alt=\"A map\">",
                "<input type=\"submit\" value=\"Save\">",
                "<meta name=\"description\" content=\"About us\">",
                "{#button text='Save' /}",
                "{#row key='Kind'}{/row}",
                "{name ?: 'Nobody yet'}",
                "{#inputField hint='e.g. this' /}",
                "<p>Ökologie</p>",
                "<script>let a</script>",
                "<style>p{color: red}</style>"
            })
    void planted_text_is_found(String planted) {
        assertFalse(TemplateText.in(planted).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1 class=\"govuk-heading-l\" id=\"main\">{msg:product}</h1>",
                "<input type=\"hidden\" name=\"etag\" value=\"{etag}\">",
                "<input type=\"checkbox\" value=\"true\">",
                "<option value=\"\">{msg:choose}</option>",
                "{#button text=denial:save name='then' value='tasks' /}",
                "{#radioField form=form name='kind' legend=denial:kindAsk strong=true /}",
                "{#if page.in('HOME')} – {/if}",
                "{! A comment to the next reader !}",
                "<a href=\"/denials/{id}/draft\">{denial:change}</a>"
            })
    void what_nobody_reads_is_not_text(String template) {
        assertEquals(List.of(), TemplateText.in(template));
    }

    @Test
    void no_template_holds_style_or_script_that_the_policy_would_refuse() throws IOException {
        for (Path template : templates()) {
            String html = Files.readString(template);
            assertFalse(html.contains(" style="), template + " has an inline style");
            assertFalse(html.contains("<script"), template + " has a script of its own");
            assertFalse(html.contains("<style"), template + " has a style of its own");
            assertFalse(html.matches("(?s).*\\son[a-z]+=\".*"), template + " has an event handler");
            assertFalse(html.contains("javascript:"), template + " has a script in a link");
            // the bulletins service makes HTML of Markdown, in which nothing of its writer's own HTML is left
            assertEquals(
                    template.endsWith("tags/markdown.html"),
                    html.contains(".raw"),
                    template + " shows something unescaped");
        }
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(it -> it.toString().endsWith(".html")).sorted().toList();
        }
    }
}
