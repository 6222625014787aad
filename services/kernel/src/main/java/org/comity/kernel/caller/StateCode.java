package org.comity.kernel.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state's code: ISO 3166-1 alpha-2, upper case, and {@code XK} for Kosovo, which has no ISO code.
 *
 * <p>Any two letters make a code; {@link #isKnown()} tells whether a state has it.
 *
 * <p>Rules: R-06.
 */
public record StateCode(@JsonValue String value) implements Comparable<StateCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");
    private static final Set<String> KNOWN = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream(), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    /** Takes a code as it is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StateCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a state code is two upper-case letters");
        }
    }

    /** The code that the text is, if it has the shape of one. */
    public static Optional<StateCode> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new StateCode(text)) : Optional.empty();
    }

    /** Whether a state or territory has this code. */
    public boolean isKnown() {
        return KNOWN.contains(value);
    }

    @Override
    public int compareTo(StateCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
