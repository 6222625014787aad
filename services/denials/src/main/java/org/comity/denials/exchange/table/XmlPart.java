package org.comity.denials.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook, element by element. Bounds what its parser keeps: how deep elements stand in each other, how
 * many names there are (of elements, attributes, prefixes, namespaces and instructions), and how long one tag or text is.
 * Elements go by their local names, which are the same in strict Open XML.
 */
final class XmlPart implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 1_000;
    private static final int MOST_DIGITS = 9;

    /** A character of text by its number, which is how Open XML writes those that XML cannot have. */
    private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** The longest text of a cell, with each of its characters written so. */
    private static final int MOST_WRITTEN = FileBudget.MOST_IN_A_CELL * "_x0000_".length();

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /**
     * Opens the part.
     *
     * @throws UnreadableFile if it does not begin as XML
     */
    XmlPart(InputStream bytes) throws UnreadableFile {
        this.bytes = bytes;
        try {
            // a parser for each part: it keeps the names that it has seen
            XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
            parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            xml = parsers.createXMLStreamReader(new BoundedMarkup(new InputStreamReader(
                    bytes,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT))));
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** What comes next in the part. */
    enum Event {
        /** An element begins. */
        BEGIN,
        /** An element ends. */
        END,
        /** Text. */
        TEXT,
        /** The part is over. */
        OVER
    }

    /**
     * Goes on.
     *
     * @throws UnreadableFile if the part is damaged, or would cost its parser too much
     */
    Event next() throws UnreadableFile {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new UnreadableFile("The workbook has elements too deep within each other.");
                        }
                        countNames();
                        return Event.BEGIN;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(xml.getPITarget());
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw damaged(null);
                    default -> {
                        // a comment costs nothing
                    }
                }
            }
            return Event.OVER;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private void countNames() throws UnreadableFile {
        count(qualified(xml.getPrefix(), xml.getLocalName()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            count(qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            count("xmlns:" + xml.getNamespacePrefix(i));
            count("xmlns=" + xml.getNamespaceURI(i));
        }
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private void count(String name) throws UnreadableFile {
        names.add(name);
        if (names.size() > MOST_NAMES) {
            throw new UnreadableFile("The workbook has more than %,d names of elements.".formatted(MOST_NAMES));
        }
    }

    String name() {
        return xml.getLocalName();
    }

    boolean is(String name) {
        return xml.getLocalName().equals(name);
    }

    String text() {
        return xml.getText();
    }

    /** The attribute that has no namespace. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name))
                .or(() -> Optional.ofNullable(xml.getAttributeValue(null, name)));
    }

    /** The attribute as a number, or another number where it is none. */
    int number(String name, int otherwise) {
        return parsed(attribute(name).orElse(""), otherwise);
    }

    /** The number that is written so, or another where it is none; a file may have millions that are none. */
    static int parsed(String text, int otherwise) {
        String digits = text.strip();
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Integer.parseInt(digits) : otherwise;
    }

    /** The attribute that leads to another part. */
    Optional<String> relation() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace != null
                    && namespace.endsWith("/relationships")
                    && xml.getAttributeLocalName(i).equals("id")) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** All text up to the end of the element that has begun, without what stands in elements of this name. */
    String textOfElement(String leftOut) throws UnreadableFile {
        StringBuilder text = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        int level = 1;
        int leftOutLevel = 0;
        while (level > 0) {
            Event event = next();
            if (event == Event.TEXT) {
                if (leftOutLevel == 0) {
                    piece.append(text());
                }
            } else {
                text.append(read(piece));
                piece.setLength(0);
            }
            switch (event) {
                case BEGIN -> {
                    level++;
                    if (leftOutLevel > 0 || is(leftOut)) {
                        leftOutLevel++;
                    }
                }
                case END -> {
                    level--;
                    leftOutLevel -= leftOutLevel > 0 ? 1 : 0;
                }
                case TEXT -> {
                    // it is read when its element ends
                }
                case OVER -> throw damaged(null);
            }
            if (text.length() > FileBudget.MOST_IN_A_CELL || piece.length() > MOST_WRITTEN) {
                throw new UnreadableFile("A cell has more than %,d characters.".formatted(FileBudget.MOST_IN_A_CELL));
            }
        }
        return text.toString();
    }

    /** The text that is written so: {@code _x000D_} is a carriage return, and {@code _x005F_} an underscore. */
    private static String read(CharSequence piece) {
        return WRITTEN.matcher(piece)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static UnreadableFile damaged(@Nullable Exception cause) {
        String why = "The file is not a workbook (XLSX), or is damaged.";
        return cause == null ? new UnreadableFile(why) : new UnreadableFile(why, cause);
    }

    @Override
    public void close() throws UnreadableFile {
        try {
            xml.close();
            bytes.close();
        } catch (XMLStreamException | IOException e) {
            throw damaged(e);
        }
    }
}
