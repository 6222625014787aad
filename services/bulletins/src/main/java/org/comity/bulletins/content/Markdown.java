package org.comity.bulletins.content;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The body of a bulletin as HTML: what a writer gives as HTML is shown as text, links lead to http, https and mail alone,
 * and an image is its words, since fetching it would tell a stranger who reads.
 *
 * <p>Source: docs/rules.md R-320.
 */
public final class Markdown {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.NONE).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .build();

    /** A page that shows the text has a heading itself. */
    private static final int ABOVE = 1;

    private static final int LOWEST = 6;

    private Markdown() {}

    /** The HTML of a text. */
    public static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(LOWEST, heading.getLevel() + ABOVE));
                visitChildren(heading);
            }

            @Override
            public void visit(Image image) {
                StringBuilder words = new StringBuilder();
                image.accept(new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }
                });
                image.insertBefore(new Text(words.toString()));
                image.unlink();
            }
        });
        return RENDERER.render(document);
    }
}
