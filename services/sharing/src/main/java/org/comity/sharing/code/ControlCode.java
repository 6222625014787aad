package org.comity.sharing.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of a control-list entry, such as {@code 5A001.f.2}: category, group, number, then sub-entries.
 *
 * <p>Source: domain 7.3. A well-formed entry that is in no list that we know is good, and warned about.
 *
 * <p>Rules.
 */
public final class ControlCode {

    /** What is said of a text that is no entry. */
    public static final String LOOKS = "This is not a control-list entry; one looks like 5A001.f.2.";

    private static final Pattern GRAMMAR =
            Pattern.compile("[0-9][A-E][0-9]{3}(\\.[a-z](\\.[0-9]{1,2}(\\.[a-z](\\.[0-9]{1,2}(\\.[a-z])?)?)?)?)?");

    /** An entry in other notations: letters in any case, no marks between its parts, or others. */
    private static final Pattern OTHERWISE =
            Pattern.compile("([0-9])[ -]?([A-Ea-e])[ -]?([0-9]{3})((?:[ .-]?+(?:[A-Za-z]|[0-9]{1,2}+)){0,5}+)[.]?");

    /** More than the longest entry with a mark before each of its parts: 6 A 005.d.11.d.11.a. */
    private static final int LONGEST = 32;

    private static final Pattern PART = Pattern.compile("[A-Za-z]|[0-9]{1,2}");

    private ControlCode() {}

    /** Whether the text has the shape of an entry. */
    public static boolean isWellFormed(String code) {
        return code.length() <= LONGEST && GRAMMAR.matcher(code).matches();
    }

    /** The entry that is written so, if it is one; 5A001f2 and 5a001.F.2 are 5A001.f.2. */
    public static Optional<String> written(String text) {
        String bare = text.strip();
        Matcher entry = OTHERWISE.matcher(bare);
        if (bare.length() > LONGEST || !entry.matches()) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder(entry.group(1))
                .append(entry.group(2).toUpperCase(Locale.ROOT))
                .append(entry.group(3));
        Matcher parts = PART.matcher(entry.group(4));
        while (parts.find()) {
            code.append('.').append(parts.group().toLowerCase(Locale.ROOT));
        }
        return Optional.of(code.toString()).filter(ControlCode::isWellFormed);
    }

    /** The entry and those above it: 5A001.f.2 gives 5A001, 5A001.f, 5A001.f.2. */
    public static List<String> withAncestors(String code) {
        List<String> codes = new ArrayList<>();
        for (int dot = code.indexOf('.'); dot >= 0; dot = code.indexOf('.', dot + 1)) {
            codes.add(code.substring(0, dot));
        }
        codes.add(code);
        return codes;
    }
}
