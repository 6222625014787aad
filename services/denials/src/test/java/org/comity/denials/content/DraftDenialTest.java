package org.comity.denials.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.kernel.json.Revised;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.junit.jupiter.api.Test;

class DraftDenialTest {

    private static final DraftDenial SILENT = draft(null, null, List.of(), null, null);

    private static DraftDenial draft(
            ValidityPolicy policy, Tlp tlp, List<PermittedUse> use, Provenance provenance, Releasability release) {
        return Revised.of(DraftDenial.NOTHING)
                .with("validityPolicy", policy)
                .with("tlp", tlp)
                .with("permittedUse", use)
                .with("provenance", provenance)
                .with("releasability", release)
                .made();
    }

    @Test
    void R27_where_nothing_is_said_nobody_else_reads_it() {
        assertEquals(
                new Releasability(ReleaseMode.ORIGINATOR_ONLY, List.of(), List.of(), null), SILENT.releaseOrDefault());
        assertEquals(Tlp.AMBER, SILENT.tlpOrDefault());
        assertEquals(List.of(PermittedUse.LICENSING), SILENT.permittedUseOrDefault());
        assertEquals(Provenance.OWN, SILENT.provenanceOrDefault());
        assertEquals(ValidityPolicy.REVIEW_REQUIRED, SILENT.validityPolicyOrDefault());
        assertEquals(Tlp.AMBER, new DraftConsultation(null, null, null, null, null, null, null).tlpOrDefault());
    }

    @Test
    void R27_what_is_said_counts() {
        Releasability all = new Releasability(ReleaseMode.ALL, List.of(), List.of(), null);
        DraftDenial said =
                draft(ValidityPolicy.EXPIRES, Tlp.RED, List.of(PermittedUse.POLICY), Provenance.REGIME_DERIVED, all);
        assertEquals(all, said.releaseOrDefault());
        assertEquals(Tlp.RED, said.tlpOrDefault());
        assertEquals(List.of(PermittedUse.POLICY), said.permittedUseOrDefault());
        assertEquals(Provenance.REGIME_DERIVED, said.provenanceOrDefault());
        assertEquals(ValidityPolicy.EXPIRES, said.validityPolicyOrDefault());
        assertEquals(Tlp.GREEN, new DraftConsultation(null, null, null, null, Tlp.GREEN, null, null).tlpOrDefault());
    }
}
