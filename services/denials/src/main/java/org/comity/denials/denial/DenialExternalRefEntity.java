package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.ExternalSystem;
import org.comity.kernel.caller.StateCode;

/** The same case in another system; shown to that system's members. */
@Entity
@Table(name = "denial_external_ref")
class DenialExternalRefEntity {

    @Id
    private UUID id;

    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    private int position;

    @Enumerated(EnumType.STRING)
    private ExternalSystem system;

    private String ref;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialExternalRefEntity() {}

    DenialExternalRefEntity(UUID id, UUID denialId, StateCode originator, int position, ExternalRef reference) {
        this.id = id;
        this.denialId = denialId;
        this.originatorState = originator.value();
        this.position = position;
        this.system = reference.system();
        this.ref = reference.ref();
    }

    ExternalRef content() {
        return new ExternalRef(system, ref);
    }

    UUID denialId() {
        return denialId;
    }
}
