package org.comity.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds text that a person would read and that stands in a template instead of a message file. */
final class TemplateText {

    /** Attributes that are read, or read out. */
    private static final Pattern READ = Pattern.compile(
            "\\b(title|alt|placeholder|label|summary|content|value|aria-label|aria-description|aria-roledescription"
                    + "|aria-valuetext|data-label)\\s*=\\s*\"([^\"]*)\"");

    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** What technical attributes say. */
    private static final Set<String> TECHNICAL = Set.of("width=device-width, initial-scale=1, viewport-fit=cover");
    /** A literal in an expression that is a name, a path or a number: nobody reads it. */
    private static final Pattern NAME = Pattern.compile("[A-Z_]+|[a-z][A-Za-z0-9-]*|/[a-z/-]*|-[a-z]+|[0-9]*|true");
    /** Parameters of our tags that are read. */
    private static final Pattern READ_PARAMETER =
            Pattern.compile("\\b(text|label|legend|hint|title|key|action|none|changed)='([^']*)'");

    private TemplateText() {}

    /** What is found, each with its line; empty where all is well. */
    static List<String> in(String template) {
        List<String> found = new ArrayList<>();
        StringBuilder html = new StringBuilder();
        for (String expression : split(template, html)) {
            Matcher parameter = READ_PARAMETER.matcher(expression);
            while (parameter.find()) {
                if (LETTER.matcher(parameter.group(2)).find()) {
                    found.add(parameter.group());
                }
            }
            Matcher literal = LITERAL.matcher(expression);
            while (literal.find()) {
                if (!NAME.matcher(literal.group(1)).matches()) {
                    found.add(literal.group());
                }
            }
        }
        String text = html.toString();
        Matcher attribute = READ.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2);
            if (LETTER.matcher(value).find() && !TECHNICAL.contains(value) && !isTechnical(text, attribute.start())) {
                found.add(attribute.group());
            }
        }
        String between = text.replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("(?s)<(script|style)\\b.*?</\\1>", " LITERAL ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("&[a-z]+;", " ");
        for (String word : between.split("\\s+")) {
            if (LETTER.matcher(word).find()) {
                found.add(word);
            }
        }
        return found;
    }

    /** A value that is sent and never shown: of a hidden or chosen input, or an option. */
    private static boolean isTechnical(String html, int at) {
        String tag = html.substring(html.lastIndexOf('<', at), at);
        String name = html.substring(at, Math.min(html.length(), at + 5));
        return name.equals("value") && tag.matches("(?s)<(input|option)\\b.*") && !tag.contains("type=\"submit\"");
    }

    /** Gives the Qute expressions, and puts what is left into {@code html}. */
    private static List<String> split(String template, StringBuilder html) {
        List<String> expressions = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '{' && at + 1 < template.length() && !Character.isWhitespace(template.charAt(at + 1))) {
                int end = end(template, at);
                String expression = template.substring(at + 1, end);
                if (!expression.startsWith("!")) {
                    expressions.add(expression);
                }
                at = end + 1;
            } else {
                html.append(c);
                at++;
            }
        }
        return expressions;
    }

    private static int end(String template, int open) {
        boolean quoted = false;
        for (int at = open + 1; at < template.length(); at++) {
            char c = template.charAt(at);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return at;
            }
        }
        throw new IllegalArgumentException("an expression does not end: " + template.substring(open));
    }
}
