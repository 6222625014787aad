package org.comity.portal.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a person types it, in whatever language they write: groups parted by blanks, points, commas or
 * apostrophes, decimals after a point or a comma. One mark before exactly three digits can be either. Then what the page
 * itself would write with groups counts, and otherwise the person is asked (docs/rules.md R-289).
 */
public sealed interface TypedNumber {

    /** Nothing was typed. */
    record Nothing() implements TypedNumber {}

    /** It can be read in one way. */
    record Read(BigDecimal number) implements TypedNumber {}

    /** It can be read in two ways: as a number of thousands, or with three decimals. */
    record Ambiguous(String typed, BigDecimal grouped, BigDecimal decimal) implements TypedNumber {}

    /** It is no number, or one that is too long. */
    record Wrong() implements TypedNumber {}

    /** The most decimals. */
    int MOST_DECIMALS = 6;

    /** No-break spaces and thin ones are blanks. */
    Pattern BLANKS = Pattern.compile("[\\p{Z}\\t]");

    /** Groups of three that blanks or apostrophes part, and decimals. */
    Pattern PARTED = Pattern.compile("\\d{1,3}(?:[ '’]\\d{3})+([.,]\\d+)?");

    /** Groups of three that points or commas part, with decimals after the other of the two. */
    Pattern GROUPED = Pattern.compile("(\\d{1,3}(?:\\.\\d{3})+),(\\d+)|(\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");

    /** The same, two groups or more, and no decimals. */
    Pattern ALL_GROUPS = Pattern.compile("\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}(?:,\\d{3}){2,}");

    /** One mark before three digits. */
    Pattern EITHER = Pattern.compile("([1-9]\\d{0,2})[.,](\\d{3})");

    /** No group, and decimals or none. */
    Pattern PLAIN = Pattern.compile("\\d+([.,]\\d+)?");

    /**
     * Reads what was typed.
     *
     * @param locale of the page
     * @param whole whether decimals are none: three zeros after a mark may still be some
     */
    static TypedNumber of(String typed, Locale locale, boolean whole) {
        String text = BLANKS.matcher(typed).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return new Nothing();
        }
        Matcher either = EITHER.matcher(text);
        if (either.matches()) {
            BigDecimal grouped = new BigDecimal(either.group(1) + either.group(2));
            BigDecimal decimal = new BigDecimal(either.group(1) + "." + either.group(2));
            boolean isWritten = written(grouped, locale).equals(text);
            boolean onlyGrouped = whole && decimal.stripTrailingZeros().scale() > 0;
            return isWritten || onlyGrouped ? new Read(grouped) : new Ambiguous(text, grouped, decimal);
        }
        Matcher mixed = GROUPED.matcher(text);
        if (mixed.matches()) {
            String before = mixed.group(1) == null ? mixed.group(3) : mixed.group(1);
            String after = mixed.group(2) == null ? mixed.group(4) : mixed.group(2);
            return read(before.replaceAll("[.,]", "") + "." + after, whole);
        }
        if (ALL_GROUPS.matcher(text).matches()) {
            return read(text.replaceAll("[.,]", ""), whole);
        }
        if (PARTED.matcher(text).matches() || PLAIN.matcher(text).matches()) {
            return read(text.replaceAll("[ '’]", "").replace(',', '.'), whole);
        }
        return new Wrong();
    }

    private static TypedNumber read(String plain, boolean whole) {
        int point = plain.indexOf('.');
        int decimals = point < 0 ? 0 : plain.length() - point - 1;
        int digits = point < 0 ? plain.length() : point;
        if (digits > 15 || decimals > MOST_DECIMALS) {
            return new Wrong();
        }
        BigDecimal number = new BigDecimal(plain);
        if (whole && number.stripTrailingZeros().scale() > 0) {
            return new Wrong();
        }
        return new Read(number);
    }

    /** The number as the page writes it, with a blank for each kind of blank. */
    private static String written(BigDecimal number, Locale locale) {
        return BLANKS.matcher(NumberFormat.getNumberInstance(locale).format(number))
                .replaceAll(" ");
    }

    /** As it is put into a field, where nobody asks which of two it is. */
    static String inField(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() == 3 ? bare.setScale(4) : bare).toPlainString();
    }

    /** What to type for this reading of an ambiguous number, which can be read in no other way. */
    static String unmistakable(BigDecimal decimal, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        boolean isWhole = decimal.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(isWhole ? 0 : 4);
        format.setMaximumFractionDigits(isWhole ? 0 : MOST_DECIMALS);
        return format.format(decimal);
    }
}
