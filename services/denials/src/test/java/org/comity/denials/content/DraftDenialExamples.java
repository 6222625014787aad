package org.comity.denials.content;

import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;

/** Drafts that are good, for tests to alter. All companies are invented. */
public final class DraftDenialExamples {

    private DraftDenialExamples() {}

    /** A draft that can be submitted. */
    public static DraftDenial complete() {
        return with(b -> {});
    }

    /** What a test alters. */
    public static final class Builder {
        public DenialKind kind = DenialKind.REFUSAL;
        public LocalDate decisionDate = LocalDate.of(2026, 3, 31);
        public DenialBasis basis = DenialBasis.LISTED;
        public List<DeniedItem> items = List.of(
                new DeniedItem("5A001.f.2", ControlList.EU_ANNEX_I, null, "IMSI catcher", List.of(), null, null, null));
        public StateCode destination = new StateCode("KZ");
        public List<StateCode> transit = List.of();
        public List<Party> parties = List.of(new Party(
                PartyRole.END_USER, "Almera Telesystems LLC", List.of(), null, null, null, List.of(), null, null));
        public List<Reason> reasons = List.of(new Reason(Criterion.COC_HR, List.of(), List.of(), null, null));
        public LocalDate validFrom;
        public LocalDate suspensionEndsOn;
        public String finalAssessment;
        public Provenance provenance = Provenance.OWN;
        public List<Withheld> withheld = List.of();
        public Releasability releasability =
                new Releasability(ReleaseMode.LIST, List.of(new StateCode("DE")), List.of(), null);
        public NationalAnnex nationalAnnex;
    }

    /** A complete draft, altered. */
    public static DraftDenial with(java.util.function.Consumer<Builder> alteration) {
        Builder b = new Builder();
        alteration.accept(b);
        return Revised.of(DraftDenial.NOTHING)
                .with("kind", b.kind)
                .with("decisionDate", b.decisionDate)
                .with("basis", b.basis)
                .with("items", b.items)
                .with("destinationState", b.destination)
                .with("transitStates", b.transit)
                .with("parties", b.parties)
                .with("reasons", b.reasons)
                .with("validFrom", b.validFrom)
                .with("suspensionEndsOn", b.suspensionEndsOn)
                .with("finalAssessment", b.finalAssessment)
                .with("provenance", b.provenance)
                .with("withheld", b.withheld)
                .with("releasability", b.releasability)
                .with("nationalAnnex", b.nationalAnnex)
                .made();
    }
}
