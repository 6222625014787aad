package org.comity.bulletins.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a **b** c|<p>a <strong>b</strong> c</p>",
                "# a|<h2>a</h2>",
                "###### a|<h6>a</h6>",
                "<script>alert(1)</script>|<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "a <img src=x onerror=y> b|<p>a &lt;img src=x onerror=y&gt; b</p>",
                "[a](javascript:alert(1))|<p><a rel=\"nofollow\" href=\"\">a</a></p>",
                "[a](JaVaScRiPt:alert(1))|<p><a rel=\"nofollow\" href=\"\">a</a></p>",
                "[a](data:text/html,x)|<p><a rel=\"nofollow\" href=\"\">a</a></p>",
                "[a](https://example.org/)|<p><a rel=\"nofollow\" href=\"https://example.org/\">a</a></p>",
                "![a *b*](https://example.org/x.png)|<p>a b</p>"
            })
    void R320_a_body_shows_no_html_of_its_writer_and_fetches_nothing(String markdown, String html) {
        assertEquals(html, Markdown.html(markdown).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "*a ", "> ", "![", "`", "<", "- "})
    void R320_a_body_of_one_mark_alone_is_rendered_in_time(String mark) {
        String longest = mark.repeat(50_000 / mark.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Markdown.html(longest));
    }
}
