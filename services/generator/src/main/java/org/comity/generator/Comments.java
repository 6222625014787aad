package org.comity.generator;

/** Words in a comment of generated Java. */
public final class Comments {

    private Comments() {}

    /** The words, on one line, so that nothing in them ends the comment or means something to Javadoc. */
    public static String escaped(String words) {
        return words.strip()
                .replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("{", "&#123;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }
}
