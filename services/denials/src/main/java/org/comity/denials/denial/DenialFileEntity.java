package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.NationalAnnex;
import org.comity.denials.content.Regime;
import org.comity.denials.content.Releasability;
import org.comity.denials.content.ReleaseMode;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a denial: who worked on it, to whom it goes, the national annex, an open amendment. */
@Entity
@Table(name = "denial_file")
class DenialFileEntity {

    /** How a working copy is stored. */
    private enum Copy {
        DRAFT,
        SUBMITTED
    }

    /** What the working copy of a denial in force proposes. */
    private enum Proposed {
        AMENDMENT,
        RENEWAL,
        REVOCATION
    }

    @Id
    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @Column(name = "release_version")
    private int releaseVersion;

    @Column(name = "release_states")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseStates;

    @Column(name = "release_excluded")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseExcluded;

    @Column(name = "release_regime")
    @Enumerated(EnumType.STRING)
    private @Nullable Regime releaseRegime;

    @Column(name = "national_ref")
    private @Nullable String nationalRef;

    @Column(name = "national_annex")
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable NationalAnnex nationalAnnex;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_by_name")
    private String createdByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "working_copy")
    @Enumerated(EnumType.STRING)
    private @Nullable Copy workingCopy;

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

    @Enumerated(EnumType.STRING)
    private @Nullable Proposed proposal;

    @Column(name = "proposal_words")
    private @Nullable String proposalWords;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable DraftDenial amendment;

    @Column(name = "withheld_values")
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable DraftDenial withheldValues;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialFileEntity() {}

    DenialFileEntity(UUID denialId, StateCode originator, DraftDenial content, Person by, Instant at) {
        this.denialId = denialId;
        this.originatorState = originator.value();
        this.createdBy = by.id();
        this.createdByName = by.name();
        this.createdAt = at;
        apply(content, at);
        workingCopy(Optional.of(new WorkingCopy.Draft(Optional.empty())));
    }

    /** Takes over what of the content only the originator sees. */
    final void apply(DraftDenial content, Instant at) {
        nationalRef = content.nationalRef();
        withheldValues = content.withheld().isEmpty() ? null : content.withheldPart();
        nationalAnnex = content.nationalAnnex();
        release(content.releaseOrDefault());
        updatedAt = at;
    }

    /** Takes over to whom the denial goes. */
    final void release(Releasability release) {
        releaseStates = release.states().stream().map(StateCode::value).toList();
        releaseExcluded = release.excluded().stream().map(StateCode::value).toList();
        releaseRegime = release.regime();
    }

    /** Something changed, which counts for the optimistic lock whatever else does. */
    void touched(Instant at) {
        updatedAt = at;
    }

    void releaseChanged() {
        releaseVersion++;
    }

    final void workingCopy(Optional<WorkingCopy> copy) {
        submittedBy = null;
        submittedByName = null;
        submittedAt = null;
        returnedBecause = null;
        switch (copy.orElse(null)) {
            case null -> workingCopy = null;
            case WorkingCopy.Draft(var because) -> {
                workingCopy = Copy.DRAFT;
                returnedBecause = because.orElse(null);
            }
            case WorkingCopy.Submitted(var by, var at) -> {
                workingCopy = Copy.SUBMITTED;
                submittedBy = by.id();
                submittedByName = by.name();
                submittedAt = at;
            }
        }
    }

    Optional<WorkingCopy> workingCopy() {
        if (workingCopy == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (workingCopy) {
                    case DRAFT -> new WorkingCopy.Draft(Optional.ofNullable(returnedBecause));
                    case SUBMITTED ->
                        new WorkingCopy.Submitted(
                                submitter().orElseThrow(), java.util.Objects.requireNonNull(submittedAt));
                });
    }

    /** What is proposed from now on; the content of an amendment is kept beside it. */
    void proposal(Optional<Proposal> next) {
        workingCopy(next.map(Proposal::copy));
        proposalWords = null;
        switch (next.orElse(null)) {
            case null -> proposal = null;
            case Proposal.Amendment open -> proposal = Proposed.AMENDMENT;
            case Proposal.Renewal renewal -> {
                proposal = Proposed.RENEWAL;
                proposalWords = renewal.grounds().orElse(null);
            }
            case Proposal.Revocation revocation -> {
                proposal = Proposed.REVOCATION;
                proposalWords = revocation.reason();
            }
        }
        if (proposal != Proposed.AMENDMENT) {
            amendment = null;
        }
    }

    /** What is proposed to do with the denial, which is in force. */
    Optional<Proposal> proposal() {
        return workingCopy().map(copy -> switch (java.util.Objects.requireNonNull(proposal)) {
            case AMENDMENT -> new Proposal.Amendment(copy);
            case RENEWAL -> new Proposal.Renewal(copy, Optional.ofNullable(proposalWords));
            case REVOCATION -> new Proposal.Revocation(copy, java.util.Objects.requireNonNull(proposalWords));
        });
    }

    void approvedBy(Person person) {
        approvedBy = person.id();
        approvedByName = person.name();
    }

    void amendment(@Nullable DraftDenial content) {
        amendment = content;
    }

    Optional<DraftDenial> amendment() {
        return Optional.ofNullable(amendment);
    }

    /** The withheld fields with what the originator knows of them. */
    Optional<DraftDenial> withheldValues() {
        return Optional.ofNullable(withheldValues);
    }

    /** To whom it goes; null as long as nobody has chosen. */
    @Nullable
    Releasability releasability(@Nullable ReleaseMode mode) {
        if (mode == null) {
            return null;
        }
        return new Releasability(
                mode,
                releaseStates.stream().map(StateCode::new).toList(),
                releaseExcluded.stream().map(StateCode::new).toList(),
                releaseRegime);
    }

    int releaseVersion() {
        return releaseVersion;
    }

    @Nullable
    String nationalRef() {
        return nationalRef;
    }

    @Nullable
    NationalAnnex nationalAnnex() {
        return nationalAnnex;
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

    UUID denialId() {
        return denialId;
    }
}
