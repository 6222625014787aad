package org.comity.sharing.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.record.SharedRecord;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;

/** An advisory: what every reader sees. */
@Entity
@Table(name = "advisory")
class AdvisoryEntity extends SharedRecord {

    private static final Widening.Terms TERMS = new Widening.Terms(Tlp.AMBER, List.of(PermittedUse.LICENSING));

    String ref;

    String text;

    protected AdvisoryEntity() {}

    AdvisoryEntity(Opening opening, String ref, Advisory.Draft draft) {
        super(opening, draft.releasability().mode(), TERMS);
        this.ref = ref;
        this.text = draft.text();
    }
}
