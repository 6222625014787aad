package org.comity.denials.exchange.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which of the styles of a workbook show a number as a day or a time. */
final class NumberFormats {

    static final NumberFormats NONE = new NumberFormats(new BitSet());

    /** Excel has no more. */
    private static final int MOST_STYLES = 65_490;

    /** Excel lets a workbook have some 250 of its own. */
    private static final int MOST_FORMATS = 5_000;

    /** Excel has no longer one. */
    private static final int LONGEST_CODE = 255;

    /** Text in quotation marks, after a backslash or in brackets says nothing of the number. */
    private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*+\"|\\\\.|\\[[^\\[\\]]*+\\]|_.|\\*.");

    private static final Pattern DAY_OR_TIME = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    private final BitSet dates;

    private NumberFormats(BitSet dates) {
        this.dates = dates;
    }

    static NumberFormats of(XmlPart part) throws UnreadableFile {
        Map<Integer, Boolean> formats = new HashMap<>();
        BitSet dates = new BitSet();
        int styles = 0;
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
                        showsDay(part.attribute("formatCode").orElse("")));
            }
            if (event == XmlPart.Event.BEGIN && ofCells && part.is("xf")) {
                int format = part.number("numFmtId", 0);
                dates.set(styles++, formats.getOrDefault(format, isDayOfExcel(format)));
            }
            if (styles > MOST_STYLES) {
                throw new UnreadableFile("The workbook has more than %,d styles.".formatted(MOST_STYLES));
            }
            if (named > MOST_FORMATS) {
                throw new UnreadableFile("The workbook has more than %,d formats of numbers.".formatted(MOST_FORMATS));
            }
        }
        return new NumberFormats(dates);
    }

    private static boolean showsDay(String code) {
        return code.length() <= LONGEST_CODE
                && DAY_OR_TIME
                        .matcher(NO_CODE.matcher(code).replaceAll("").replace("General", ""))
                        .find();
    }

    /** Those that Excel has without naming them. */
    private static boolean isDayOfExcel(int format) {
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
