package org.comity.portal.denial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.jspecify.annotations.Nullable;

/** A copy of a draft that one step changes; what the step does not touch stays as it was. */
final class DraftEditor {

    Codes.@Nullable DenialKind kind;

    @Nullable
    LocalDate decisionDate;

    Codes.@Nullable DenialBasis basis;
    List<DenialContent.Item> items;

    @Nullable
    String destinationState;

    List<String> transitStates;
    List<DenialContent.Party> parties;

    @Nullable
    String statedEndUse;

    @Nullable
    String assessedEndUse;

    List<DenialContent.Reason> reasons;
    Codes.@Nullable ValidityPolicy validityPolicy;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate suspensionEndsOn;

    @Nullable
    String finalAssessment;

    Codes.@Nullable Tlp tlp;
    List<Codes.PermittedUse> permittedUse;
    Codes.@Nullable Provenance provenance;
    List<String> caveats;
    List<DenialContent.Withheld> withheld;
    DenialContent.@Nullable Releasability releasability;

    @Nullable
    String nationalRef;

    DenialContent.@Nullable NationalAnnex nationalAnnex;
    List<DenialContent.ExternalRef> externalRefs;

    @Nullable
    String supersedes;

    private final DenialContent before;

    DraftEditor(DenialContent before) {
        this.before = before;
        this.kind = before.kind();
        this.decisionDate = before.decisionDate();
        this.basis = before.basis();
        this.items = new ArrayList<>(before.items());
        this.destinationState = before.destinationState();
        this.transitStates = before.transitStates();
        this.parties = new ArrayList<>(before.parties());
        this.statedEndUse = before.statedEndUse();
        this.assessedEndUse = before.assessedEndUse();
        this.reasons = new ArrayList<>(before.reasons());
        this.validityPolicy = before.validityPolicy();
        this.validFrom = before.validFrom();
        this.suspensionEndsOn = before.suspensionEndsOn();
        this.finalAssessment = before.finalAssessment();
        this.tlp = before.tlp();
        this.permittedUse = before.permittedUse();
        this.provenance = before.provenance();
        this.caveats = before.caveats();
        this.withheld = before.withheld();
        this.releasability = before.releasability();
        this.nationalRef = before.nationalRef();
        this.nationalAnnex = before.nationalAnnex();
        this.externalRefs = before.externalRefs();
        this.supersedes = before.supersedes();
    }

    /** Puts an element in its place, or behind the last. */
    static <T> void put(List<T> list, int index, T element) {
        if (index < list.size()) {
            list.set(index, element);
        } else {
            list.add(element);
        }
    }

    /** The draft as it is now. */
    DenialContent done() {
        return new DenialContent(
                kind,
                decisionDate,
                basis,
                items,
                destinationState,
                transitStates,
                parties,
                statedEndUse,
                assessedEndUse,
                reasons,
                externalRefs,
                validityPolicy,
                validFrom,
                before.renewalGrounds(),
                suspensionEndsOn,
                finalAssessment,
                tlp,
                permittedUse,
                provenance,
                caveats,
                withheld,
                supersedes,
                releasability,
                nationalRef,
                nationalAnnex);
    }
}
