package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/** What every party of a consultation may see of it, and who gets its notice. */
@Entity
@Table(name = "consultation")
class ConsultationEntity {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String ref;

    @Column(name = "requesting_state", updatable = false)
    private String requestingState;

    @Enumerated(EnumType.STRING)
    private ConsultationType type;

    @Enumerated(EnumType.STRING)
    private Tlp tlp;

    private int version;

    @Column(name = "requested_at")
    private @Nullable Instant requestedAt;

    @Column(name = "procedure_version")
    private @Nullable Integer procedureVersion;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ConsultationEntity() {}

    ConsultationEntity(UUID id, String ref, StateCode requesting, DraftConsultation content) {
        this.id = id;
        this.ref = ref;
        this.requestingState = requesting.value();
        apply(content);
    }

    final void apply(DraftConsultation content) {
        type = content.typeOrDefault();
        tlp = content.tlpOrDefault();
    }

    void requested(Instant at, int procedure) {
        requestedAt = at;
        procedureVersion = procedure;
        told(ConsultationEvent.REQUESTED);
    }

    /** This happened to the whole, and others are told. */
    void told(ConsultationEvent what) {
        version = what.stage();
    }

    UUID id() {
        return id;
    }

    String ref() {
        return ref;
    }

    StateCode requestingState() {
        return new StateCode(requestingState);
    }

    ConsultationType type() {
        return type;
    }

    Tlp tlp() {
        return tlp;
    }

    int version() {
        return version;
    }

    @Nullable
    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Integer procedureVersion() {
        return procedureVersion;
    }
}
