package org.comity.bulletins.stix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Codes of ours as labels of STIX: lower-case words with hyphens. */
final class StixLabels {

    private StixLabels() {}

    static String of(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The codes of a list that stand among these labels. */
    static <E extends Enum<E>> List<E> among(List<String> labels, Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> labels.contains(of(code)))
                .toList();
    }
}
