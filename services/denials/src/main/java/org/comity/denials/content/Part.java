package org.comity.denials.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.kernel.json.Revised;

/**
 * Where a field of a denial is kept, which decides who reads it: a part is one row, which the policies of its table show
 * or hide. A field is of the header unless it says another part by {@link KeptIn}.
 *
 * <p>Source: docs/adr/0023-content-in-three-rows.md.
 */
enum Part {
    /** For all readers of the denial. */
    HEADER,
    /** For those whom the denial is released to for licensing. */
    NARRATIVE,
    /** For the originator's desk: the fields that only the desk has, and the fields that it withholds. */
    OWN,
    /** In a table whose rows have readers of their own: the members of a regime, or the readers of another denial too. */
    APART;

    private static final Map<String, Part> OF_FIELD = new TreeMap<>();

    static {
        Arrays.stream(DraftDenial.class.getRecordComponents()).forEach(field -> {
            KeptIn kept = field.getAnnotation(KeptIn.class);
            OF_FIELD.put(field.getName(), kept == null ? HEADER : kept.value());
        });
    }

    /** What this part keeps of a denial. */
    DraftDenial of(DraftDenial whole) {
        Revised<DraftDenial> kept = Revised.of(DraftDenial.NOTHING);
        fields(whole).forEach(field -> kept.take(field, whole));
        return kept.made();
    }

    /**
     * The denial with what this part keeps of it put in.
     *
     * @param denial its header, and other parts
     */
    DraftDenial into(DraftDenial denial, DraftDenial kept) {
        Revised<DraftDenial> whole = Revised.of(denial);
        fields(denial).forEach(field -> whole.take(field, kept));
        return whole.made();
    }

    /** The fields of this part, in a denial that withholds these. */
    private List<String> fields(DraftDenial denial) {
        Set<String> withheld =
                denial.withheld().stream().map(kept -> kept.field().toString()).collect(Collectors.toSet());
        return OF_FIELD.keySet().stream()
                .filter(field -> (withheld.contains(field) ? OWN : OF_FIELD.get(field)) == this)
                .toList();
    }
}
