package org.comity.denials.exchange.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the styles of a workbook show a number: as a day or a time, or with zeros before it. */
final class NumberFormats {

    static final NumberFormats NONE = new NumberFormats(List.of());

    /** Excel has no more. */
    private static final int MOST_STYLES = 65_490;

    /** Excel lets a workbook have some 250 of its own. */
    private static final int MOST_FORMATS = 5_000;

    /** Excel has no longer one. */
    private static final int LONGEST_CODE = 255;

    /** Text in quotation marks, after a backslash or in brackets says nothing of the number. */
    private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*+\"|\\\\.|\\[[^\\[\\]]*+\\]|_.|\\*.");

    private static final Pattern DAY_OR_TIME = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    /** Such as 00000, by which a reference keeps the zeros before it. */
    private static final Pattern DIGITS = Pattern.compile("0{2,40}");

    private static final Format PLAIN = new Format(false, 0);
    private static final Format DAY = new Format(true, 0);

    private final List<Format> styles;

    /**
     * How a number is shown.
     *
     * @param isDay as a day or a time
     * @param digits the least number of digits of a whole number, zeros before it
     */
    private record Format(boolean isDay, int digits) {}

    private NumberFormats(List<Format> styles) {
        this.styles = styles;
    }

    static NumberFormats of(XmlPart part) throws UnreadableFile {
        Map<Integer, Format> formats = new HashMap<>();
        List<Format> styles = new ArrayList<>();
        int named = 0;
        boolean ofCells = false;
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.OVER; event = part.next()) {
            if (event == XmlPart.Event.TEXT) {
                continue;
            }
            if (part.is("cellXfs")) {
                ofCells = event == XmlPart.Event.BEGIN;
            }
            if (event == XmlPart.Event.BEGIN && part.is("numFmt")) {
                named++;
                formats.put(
                        part.number("numFmtId", 0),
                        format(part.attribute("formatCode").orElse("")));
            }
            if (event == XmlPart.Event.BEGIN && ofCells && part.is("xf")) {
                int format = part.number("numFmtId", 0);
                styles.add(formats.getOrDefault(format, isDayOfExcel(format) ? DAY : PLAIN));
            }
            if (styles.size() > MOST_STYLES) {
                throw new UnreadableFile("The workbook has more than %,d styles.".formatted(MOST_STYLES));
            }
            if (named > MOST_FORMATS) {
                throw new UnreadableFile("The workbook has more than %,d formats of numbers.".formatted(MOST_FORMATS));
            }
        }
        return new NumberFormats(styles);
    }

    private static Format format(String code) {
        if (code.length() > LONGEST_CODE) {
            return PLAIN;
        }
        String said = NO_CODE.matcher(code).replaceAll("").replace("General", "");
        if (DAY_OR_TIME.matcher(said).find()) {
            return DAY;
        }
        return DIGITS.matcher(code).matches() ? new Format(false, code.length()) : PLAIN;
    }

    /** Those that Excel has without naming them. */
    private static boolean isDayOfExcel(int format) {
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    boolean isDate(int style) {
        return format(style).isDay();
    }

    /** A whole number as the style shows it: 42 as 00042 where the style is 00000. */
    String shown(int style, String number) {
        return "0".repeat(Math.max(0, format(style).digits() - number.length())) + number;
    }

    private Format format(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : PLAIN;
    }
}
