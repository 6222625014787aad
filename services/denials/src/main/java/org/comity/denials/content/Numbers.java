package org.comity.denials.content;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as they are kept: 2.00 and 2E+0 are both 2, so that what is answered equals what is read back. */
public final class Numbers {

    private Numbers() {}

    private static final long MOST_PLACES = 100;

    /** Whether its exponent is so far off that writing it out would take memory without end. */
    public static boolean isGigantic(@Nullable BigDecimal number) {
        return number != null && Math.abs((long) number.scale()) > MOST_PLACES;
    }

    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        // Validation refuses what is longer than a number may be; writing it out in full must not come first.
        if (number == null || isGigantic(number)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
