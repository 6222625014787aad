package org.comity.denials.denial;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.comity.denials.content.DraftDenial;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.ReleasedFile;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a denial: who worked on it, to whom it goes, the national annex, an open amendment. */
@Entity
@Table(name = "denial_file")
@AttributeOverride(name = "id", column = @Column(name = "denial_id"))
class DenialFileEntity extends ReleasedFile {

    /** What the working copy of a denial in force proposes. */
    private enum Proposed {
        AMENDMENT,
        RENEWAL,
        REVOCATION
    }

    @Column(name = "release_version")
    private int releaseVersion;

    @Column(name = "national_ref")
    private @Nullable String nationalRef;

    @Enumerated(EnumType.STRING)
    private @Nullable Proposed proposal;

    @Column(name = "proposal_words")
    private @Nullable String proposalWords;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable DraftDenial amendment;

    /** The fields that no reader gets. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private DraftDenial content;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialFileEntity() {}

    DenialFileEntity(Opening opening, DraftDenial content) {
        super(opening, WorkingCopy.NEW, content.releaseOrDefault());
        apply(content, opening.at());
    }

    /** Takes over what of the content only the originator sees. */
    final void apply(DraftDenial whole, Instant at) {
        content = whole.own();
        nationalRef = content.nationalRef();
        release(whole.releaseOrDefault());
        touched(at);
    }

    void releaseChanged() {
        releaseVersion++;
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

    void amendment(@Nullable DraftDenial content) {
        amendment = content;
    }

    Optional<DraftDenial> amendment() {
        return Optional.ofNullable(amendment);
    }

    /** The desk's own fields, and those that it withholds. */
    DraftDenial content() {
        return content;
    }

    int releaseVersion() {
        return releaseVersion;
    }

    @Nullable
    String nationalRef() {
        return nationalRef;
    }
}
