package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.DeskFile;
import org.comity.sharing.foureyes.WorkingCopy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The requesting state's own file: the draft with all whom it asks, and who worked on it. */
@Entity
@Table(name = "consultation_file")
class ConsultationFileEntity extends DeskFile {

    @Id
    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "requesting_state")
    private String requestingState;

    @JdbcTypeCode(SqlTypes.JSON)
    private DraftConsultation content;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_by_name")
    private @Nullable String decidedByName;

    @Column(name = "notice_required")
    private @Nullable Boolean noticeRequired;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ConsultationFileEntity() {}

    ConsultationFileEntity(UUID consultation, StateCode requesting, DraftConsultation content, Person by, Instant at) {
        super(by, at, WorkingCopy.NEW);
        this.consultationId = consultation;
        this.requestingState = requesting.value();
        this.content = content;
    }

    void content(DraftConsultation draft) {
        content = draft;
    }

    DraftConsultation content() {
        return content;
    }

    /** Takes over where the consultation stands; what was requested is a draft no more. */
    void state(ConsultationState next, Instant at) {
        touched(at);
        switch (next) {
            case ConsultationState.Drafted(var copy) -> workingCopy(Optional.of(copy));
            case ConsultationState.Decided(var outcome, var by, var notice) -> {
                decidedBy = by.map(Person::id).orElse(null);
                decidedByName = by.map(Person::name).orElse(null);
                if (noticeRequired == null) {
                    noticeRequired = notice == ConsultationState.Notice.OUTSTANDING;
                }
            }
            case ConsultationState.Requested requested -> {
                // who approved says it
            }
            case ConsultationState.Closed closed -> {
                // nothing of it stands in the file
            }
        }
    }

    /** Where a draft stands; empty once it was requested. */
    Optional<ConsultationState> draft() {
        return workingCopy().map(ConsultationState.Drafted::new);
    }

    boolean isNoticeRequired() {
        return Boolean.TRUE.equals(noticeRequired);
    }

    Optional<Person> decider() {
        return decidedBy == null || decidedByName == null
                ? Optional.empty()
                : Optional.of(new Person(decidedBy, decidedByName));
    }
}
