package org.comity.sharing.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.ReleaseMode;

/** An advisory: what every reader sees. */
@Entity
@Table(name = "advisory")
class AdvisoryEntity {

    @Id
    UUID id;

    @Column(name = "originator_state")
    String originatorState;

    String ref;

    int version;

    String text;

    @Column(name = "release_mode")
    @Enumerated(EnumType.STRING)
    ReleaseMode releaseMode;

    @Column(name = "content_at")
    Instant contentAt;

    protected AdvisoryEntity() {}

    AdvisoryEntity(UUID id, StateCode originator, String ref) {
        this.id = id;
        this.originatorState = originator.value();
        this.ref = ref;
    }

    StateCode originator() {
        return new StateCode(originatorState);
    }
}
