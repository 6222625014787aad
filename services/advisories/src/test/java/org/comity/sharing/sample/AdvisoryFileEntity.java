package org.comity.sharing.sample;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleasedFile;

/** The originator's own file on an advisory. */
@Entity
@Table(name = "advisory_file")
@AttributeOverride(name = "id", column = @Column(name = "advisory_id"))
class AdvisoryFileEntity extends ReleasedFile {

    protected AdvisoryFileEntity() {}

    AdvisoryFileEntity(Opening opening, Releasability release) {
        super(opening, WorkingCopy.NEW, release);
    }
}
