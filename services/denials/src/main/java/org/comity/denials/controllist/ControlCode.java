package org.comity.denials.controllist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The grammar of a control-list entry, such as {@code 5A001.f.2}: category, group, number, then sub-entries.
 *
 * <p>Source: domain 7.3. A well-formed entry that is in no list that we know is good, and warned about.
 */
public final class ControlCode {

    private static final Pattern GRAMMAR =
            Pattern.compile("[0-9][A-E][0-9]{3}(\\.[a-z](\\.[0-9]{1,2}(\\.[a-z](\\.[0-9]{1,2})?)?)?)?");

    private ControlCode() {}

    /** Whether the text has the shape of an entry. */
    public static boolean isWellFormed(String code) {
        return GRAMMAR.matcher(code).matches();
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
