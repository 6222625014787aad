package org.comity.bulletins.request;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.ReleasedFile;
import org.jspecify.annotations.Nullable;

/** The file of the state that asks: who wrote the request, whom it asks, and the bulletin that it is about. */
@Entity
@Table(name = "information_request_file")
@AttributeOverride(name = "id", column = @Column(name = "information_request_id"))
class InformationRequestFileEntity extends ReleasedFile {

    @Column(name = "related_bulletin")
    private @Nullable UUID relatedBulletin;

    @SuppressWarnings("NullAway") // for Hibernate
    protected InformationRequestFileEntity() {}

    InformationRequestFileEntity(Opening opening, RequestDraft draft, @Nullable UUID relatedBulletin) {
        super(opening, WorkingCopy.NEW, draft.release());
        this.relatedBulletin = relatedBulletin;
    }

    Optional<UUID> relatedBulletin() {
        return Optional.ofNullable(relatedBulletin);
    }

    void relatedBulletin(@Nullable UUID bulletin) {
        relatedBulletin = bulletin;
    }
}
