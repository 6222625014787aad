package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The requesting state's own file: the draft with all whom it asks, and who worked on it. */
@Entity
@Table(name = "consultation_file")
class ConsultationFileEntity {

    /** How a draft is stored. */
    private enum Copy {
        DRAFT,
        SUBMITTED
    }

    @Id
    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "requesting_state")
    private String requestingState;

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private DraftConsultation content;

    @Column(name = "working_copy")
    @Enumerated(EnumType.STRING)
    private @Nullable Copy workingCopy;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_by_name")
    private String createdByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "submitted_by_name")
    private @Nullable String submittedByName;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "returned_because")
    private @Nullable String returnedBecause;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_by_name")
    private @Nullable String approvedByName;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_by_name")
    private @Nullable String decidedByName;

    @Column(name = "notice_required")
    private @Nullable Boolean noticeRequired;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ConsultationFileEntity() {}

    ConsultationFileEntity(UUID consultation, StateCode requesting, DraftConsultation content, Person by, Instant at) {
        this.consultationId = consultation;
        this.requestingState = requesting.value();
        this.createdBy = by.id();
        this.createdByName = by.name();
        this.createdAt = at;
        this.updatedAt = at;
        this.workingCopy = Copy.DRAFT;
        this.content = content;
    }

    void content(DraftConsultation draft) {
        content = draft;
    }

    DraftConsultation content() {
        return content;
    }

    /** Takes over where a draft stands; what was requested is a draft no more. */
    void state(ConsultationState next, Instant at) {
        updatedAt = at;
        switch (next) {
            case ConsultationState.Draft(var because) -> {
                copy(Copy.DRAFT, null, null);
                returnedBecause = because.orElse(null);
            }
            case ConsultationState.Submitted(var by, var when) -> copy(Copy.SUBMITTED, by, when);
            case ConsultationState.Requested requested -> {
                workingCopy = null;
                returnedBecause = null;
            }
            case ConsultationState.Decided(var outcome, var by, var notice) -> {
                decidedBy = by.map(Person::id).orElse(null);
                decidedByName = by.map(Person::name).orElse(null);
                if (noticeRequired == null) {
                    noticeRequired = notice == ConsultationState.Notice.OUTSTANDING;
                }
            }
            case ConsultationState.Closed closed -> {
                // nothing of it stands in the file
            }
        }
    }

    private void copy(Copy kind, @Nullable Person by, @Nullable Instant at) {
        workingCopy = kind;
        submittedBy = by == null ? null : by.id();
        submittedByName = by == null ? null : by.name();
        submittedAt = at;
        returnedBecause = null;
    }

    /** Where a draft stands; empty once it was requested. */
    Optional<ConsultationState> draft() {
        if (workingCopy == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (workingCopy) {
                    case DRAFT -> new ConsultationState.Draft(Optional.ofNullable(returnedBecause));
                    case SUBMITTED ->
                        new ConsultationState.Submitted(submitter().orElseThrow(), Objects.requireNonNull(submittedAt));
                });
    }

    void approvedBy(Person person) {
        approvedBy = person.id();
        approvedByName = person.name();
    }

    boolean isNoticeRequired() {
        return Boolean.TRUE.equals(noticeRequired);
    }

    Person creator() {
        return new Person(createdBy, createdByName);
    }

    Optional<Person> submitter() {
        return person(submittedBy, submittedByName);
    }

    Optional<Person> approver() {
        return person(approvedBy, approvedByName);
    }

    Optional<Person> decider() {
        return person(decidedBy, decidedByName);
    }

    private static Optional<Person> person(@Nullable String id, @Nullable String name) {
        return id == null || name == null ? Optional.empty() : Optional.of(new Person(id, name));
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    String returnedBecause() {
        return returnedBecause;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
