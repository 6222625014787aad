package org.comity.sharing.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleasedFile;

/** The originator's own file on an advisory. */
@Entity
@Table(name = "advisory_file")
class AdvisoryFileEntity extends ReleasedFile {

    @Id
    @Column(name = "advisory_id")
    UUID id;

    @Column(name = "originator_state")
    String originatorState;

    protected AdvisoryFileEntity() {}

    AdvisoryFileEntity(UUID id, Caller by, Instant at, Releasability release) {
        super(by.person(), at, WorkingCopy.NEW, release);
        this.id = id;
        this.originatorState = by.ownState().value();
    }
}
