package org.comity.denials.document;

import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An XHTML page that is put together node by node, so that no text of a record is ever taken for markup. */
final class Page {

    private final Document document;
    private final Element body;

    Page(String title, String description, String style) {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        Element html = document.createElement("html");
        html.setAttribute("lang", "en");
        document.appendChild(html);
        Element head = append(html, "head");
        append(head, "title").setTextContent(title);
        Element meta = append(head, "meta");
        meta.setAttribute("name", "description");
        meta.setAttribute("content", description);
        append(head, "style").setTextContent(style);
        body = append(html, "body");
    }

    private static Element append(Element to, String name) {
        Element child = to.getOwnerDocument().createElement(name);
        to.appendChild(child);
        return child;
    }

    Document document() {
        return document;
    }

    /** A line that stands on every page. */
    void running(String kind, String text) {
        Element line = append(body, "div");
        line.setAttribute("class", kind);
        line.setTextContent(text);
    }

    void heading(int level, String text) {
        append(body, "h" + level).setTextContent(text);
    }

    void paragraph(String text) {
        append(body, "p").setTextContent(text);
    }

    void paragraph(String kind, String text) {
        Element paragraph = append(body, "p");
        paragraph.setAttribute("class", kind);
        paragraph.setTextContent(text);
    }

    /** A line of a table of facts. */
    record Fact(String name, @Nullable String value) {}

    /** What is known, each with its name; nothing where there is none. */
    void facts(List<Fact> facts) {
        List<Fact> known = facts.stream()
                .filter(fact -> fact.value() != null && !fact.value().isBlank())
                .toList();
        if (known.isEmpty()) {
            return;
        }
        Element table = append(body, "table");
        Element rows = append(table, "tbody");
        for (Fact fact : known) {
            Element row = append(rows, "tr");
            Element name = append(row, "th");
            name.setAttribute("scope", "row");
            name.setTextContent(fact.name());
            append(row, "td").setTextContent(Optional.ofNullable(fact.value()).orElseThrow());
        }
    }
}
