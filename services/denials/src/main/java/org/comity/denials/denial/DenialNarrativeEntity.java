package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** The narrative of a denial; shown where the denial is released for licensing. */
@Entity
@Table(name = "denial_narrative")
class DenialNarrativeEntity {

    @Id
    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    @Column(name = "stated_end_use")
    private @Nullable String statedEndUse;

    @Column(name = "assessed_end_use")
    private @Nullable String assessedEndUse;

    @Column(name = "renewal_grounds")
    private @Nullable String renewalGrounds;

    @Column(name = "final_assessment")
    private @Nullable String finalAssessment;

    @Column(name = "revocation_reason")
    private @Nullable String revocationReason;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialNarrativeEntity() {}

    DenialNarrativeEntity(UUID denialId, StateCode originator, DraftDenial content) {
        this.denialId = denialId;
        this.originatorState = originator.value();
        apply(content);
    }

    final void apply(DraftDenial content) {
        statedEndUse = content.statedEndUse();
        assessedEndUse = content.assessedEndUse();
        renewalGrounds = content.renewalGrounds();
        finalAssessment = content.finalAssessment();
    }

    void renewed(@Nullable String grounds) {
        renewalGrounds = grounds;
    }

    void revoked(String reason) {
        revocationReason = reason;
    }

    @Nullable
    String revocationReason() {
        return revocationReason;
    }

    @Nullable
    String statedEndUse() {
        return statedEndUse;
    }

    @Nullable
    String assessedEndUse() {
        return assessedEndUse;
    }

    @Nullable
    String renewalGrounds() {
        return renewalGrounds;
    }

    @Nullable
    String finalAssessment() {
        return finalAssessment;
    }
}
