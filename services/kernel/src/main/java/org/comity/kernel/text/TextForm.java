package org.comity.kernel.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one form in which text is kept, so that two texts which look alike are alike (docs/rules.md R-283): composed
 * (NFC), with U+0020 for every blank that is no line break or tab, none of them at either end, and without the
 * characters that only hint at how text is set. What else does not show is not changed here, and {@link PlainText}
 * refuses it.
 */
public final class TextForm {

    private static final Pattern BLANKS = Pattern.compile(" +");

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final char DOT_ABOVE = 0x0307;

    /**
     * The most marks on a letter: those of a text are put in order, which takes the square of the time. No language needs
     * more (Unicode Standard Annex 15, stream-safe text).
     */
    private static final int MOST_MARKS = 30;

    /** Stands between more marks than that, as the annex has it. It does not show, so that the text is refused. */
    private static final char MARKS_PARTED = 0x034F;

    /** Scripts in which a joiner or a non-joiner tells words apart. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.THAANA,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private TextForm() {}

    /** The text in this form; empty where nothing of it shows. */
    public static String of(String text) {
        if (isAsciiWithoutBlankEnds(text)) {
            return text;
        }
        // hints first: one between a letter and its accent would keep them from being composed
        int[] characters = text.codePoints().filter(c -> !isHint(c)).toArray();
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            if (isBlank(c)) {
                kept.append(' ');
                marks = 0;
            } else if (!isJoiner(c) || isNeeded(characters, i)) {
                marks = isMark(c) ? marks + 1 : 0;
                if (marks > MOST_MARKS) {
                    kept.append(MARKS_PARTED);
                    marks = 1;
                }
                kept.appendCodePoint(c);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** With the two narrow voice marks of Japanese, which are letters until a text is folded. */
    private static boolean isMark(int c) {
        return c == 0xFF9E
                || c == 0xFF9F
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static boolean isAsciiWithoutBlankEnds(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    /** No-break space and the other blanks of Unicode that stand in a line. */
    private static boolean isBlank(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /**
     * A hint for setting text, which somebody who copies from a page or a document does not see: soft hyphen, zero-width
     * space, word joiner, byte order mark, marks of direction that stand alone, variants of a character's shape.
     */
    private static boolean isHint(int c) {
        return c == 0x00AD
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c >= 0x180B && c <= 0x180D
                || c == 0x180F
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    /**
     * What does not show and is no joiner: format characters but the signs of numbers that Arabic and others have among
     * them, fillers of Hangul, the blank of braille, vowels of Khmer and joiners of accents without a shape.
     */
    static boolean isHidden(int c) {
        boolean isFiller = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
        boolean hasNoShape = c == 0x034F
                || c == 0x17B4
                || c == 0x17B5
                || c == 0xFFFC
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0100 && c <= 0xE01EF;
        boolean isFormat = Character.getType(c) == Character.FORMAT && !isJoiner(c) && !isSignOfNumber(c);
        return isFiller || hasNoShape || isFormat;
    }

    private static boolean isSignOfNumber(int c) {
        return c >= 0x0600 && c <= 0x0605
                || c == 0x06DD
                || c == 0x070F
                || c == 0x0890
                || c == 0x0891
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    private static boolean isJoiner(int c) {
        return c == NON_JOINER || c == JOINER;
    }

    /** Between letters, or signs on them, of a script that needs it. */
    private static boolean isNeeded(int[] characters, int at) {
        return at > 0
                && at + 1 < characters.length
                && isOfJoiningScript(characters[at - 1])
                && isOfJoiningScript(characters[at + 1]);
    }

    private static boolean isOfJoiningScript(int c) {
        return (Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                && JOINING.contains(UnicodeScript.of(c));
    }

    /**
     * What two texts have in common that differ in case, width, blanks or joiners alone, in whatever language: İstanbul and
     * ISTANBUL, Straße and STRASSE, a sigma at the end of a word and within one. For comparing, never for showing. SQL
     * compares what was made here, and folds nothing by itself.
     */
    public static String folded(String text) {
        String wide = Normalizer.normalize(of(text), Normalizer.Form.NFKC);
        String lower = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
        StringBuilder folded = new StringBuilder(lower.length());
        for (char c : Normalizer.normalize(lower, Normalizer.Form.NFD).toCharArray()) {
            boolean isDotOfI = c == DOT_ABOVE && !folded.isEmpty() && folded.charAt(folded.length() - 1) == 'i';
            if (!isDotOfI && !isJoiner(c)) {
                folded.append(Character.isWhitespace(c) ? ' ' : c);
            }
        }
        return Normalizer.normalize(BLANKS.matcher(folded).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }
}
