package org.comity.denials.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.kernel.json.Revised;
import org.comity.kernel.json.StoredJson;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.junit.jupiter.api.Test;

class PartTest {

    private static final DraftDenial WHOLE = StoredJson.read("""
            {"kind": "SUSPENSION", "decisionDate": "2026-03-31", "basis": "LISTED",
             "items": [{"controlCode": "5A001.f.2", "quantity": 2.5}],
             "destinationState": "KZ", "transitStates": ["TR"],
             "parties": [{"role": "END_USER", "name": "Almera Telesystems LLC"}],
             "statedEndUse": "Border management", "assessedEndUse": "Surveillance",
             "reasons": [{"criterion": "COC_HR", "narrative": "A record of interception"}],
             "externalRefs": [{"system": "WA", "ref": "WA-77"}],
             "validityPolicy": "EXPIRES", "validFrom": "2026-04-01", "renewalGrounds": "The same",
             "suspensionEndsOn": "2027-01-31", "finalAssessment": "Refused", "tlp": "GREEN", "permittedUse": ["POLICY"],
             "provenance": "OWN", "caveats": ["Not for onward release"],
             "withheld": [{"field": "assessedEndUse", "ground": "SECURITY"}, {"field": "decisionDate", "ground": "SECURITY"}],
             "supersedes": "DN-NL-2026-AAAAAA", "releasability": {"mode": "LIST", "states": ["DE"]},
             "nationalRef": "NL/1", "nationalAnnex": {"exporter": "Windmill Optics B.V."}}
            """, DraftDenial.class);

    /** The fields in which a part says something. */
    private static Set<String> said(DraftDenial part) {
        return Arrays.stream(DraftDenial.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name ->
                        !Revised.of(part).take(name, DraftDenial.NOTHING).made().equals(part))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_field_is_in_one_part_and_what_is_withheld_is_the_desks_own() {
        assertEquals(
                new TreeSet<>(Set.of("parties", "statedEndUse", "reasons", "renewalGrounds", "finalAssessment")),
                said(WHOLE.narrative()));
        assertEquals(
                new TreeSet<>(Set.of("assessedEndUse", "decisionDate", "nationalRef", "nationalAnnex")),
                said(WHOLE.own()));
        Set<String> apart = new TreeSet<>(Set.of("externalRefs", "supersedes"));
        assertEquals(apart, said(Part.APART.of(WHOLE)));
        Set<String> rest = said(WHOLE);
        rest.removeAll(said(WHOLE.narrative()));
        rest.removeAll(said(WHOLE.own()));
        rest.removeAll(apart);
        assertEquals(rest, said(WHOLE.header()));
    }

    @Test
    void the_parts_make_the_whole_again() {
        DraftDenial whole = WHOLE.header().withNarrative(WHOLE.narrative()).withOwn(WHOLE.own());
        assertEquals(
                WHOLE,
                Revised.of(whole)
                        .take("externalRefs", WHOLE)
                        .take("supersedes", WHOLE)
                        .take("releasability", WHOLE)
                        .made());
    }

    @Test
    void a_header_says_what_counts_where_nothing_is_said_and_of_the_release_its_mode() {
        assertEquals(
                new Releasability(ReleaseMode.LIST, List.of(), List.of(), null),
                WHOLE.header().releasability());
        assertNull(DraftDenial.NOTHING.header().releasability());
        assertEquals(
                Revised.of(DraftDenial.NOTHING.inFull())
                        .with("releasability", null)
                        .made(),
                DraftDenial.NOTHING.header());
    }

    @Test
    void a_day_that_is_withheld_is_not_told_by_the_day_from_which_it_counts() {
        DraftDenial sameDay =
                Revised.of(WHOLE).with("validFrom", WHOLE.decisionDate()).made();
        assertNull(sameDay.header().validFrom());
        assertEquals(LocalDate.of(2026, 4, 1), WHOLE.header().validFrom());
    }

    @Test
    void a_part_without_anything_is_kept_as_an_empty_object() {
        assertEquals("{}", StoredJson.written(DraftDenial.NOTHING.own()));
    }
}
