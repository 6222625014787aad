package org.comity.bulletins.bulletin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.UnnamedState;
import org.comity.bulletins.stix.StixBulletin;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.record.SharedRecord;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Tlp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin: what each of its readers sees.
 *
 * <p>Rules: R-356.
 */
@Entity
@Table(name = "bulletin")
class BulletinEntity extends SharedRecord {

    private String ref;

    @Enumerated(EnumType.STRING)
    private BulletinStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private DraftBulletin content;

    @Enumerated(EnumType.STRING)
    private Provenance provenance;

    private boolean unnamed;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "ended_because")
    private @Nullable String endedBecause;

    @SuppressWarnings("NullAway") // for Hibernate
    protected BulletinEntity() {}

    BulletinEntity(Opening opening, String ref, DraftBulletin content) {
        super(opening, content.releaseOrDefault().mode(), content.terms());
        this.ref = ref;
        this.status = BulletinStatus.DRAFT;
        says(content);
    }

    /** What it says is this from now on. */
    final void says(DraftBulletin next) {
        // whom it names stands in the file, which no reader's row has
        content = Revised.of(next)
                .with("derivedFrom", List.of())
                .with(
                        "releasability",
                        next.releasability() == null
                                ? null
                                : new Releasability(next.releasability().mode(), List.of(), List.of(), null))
                .made();
        provenance = next.provenanceOrDefault();
        unnamed = next.staysUnnamed();
        validUntil = next.validUntil();
        terms(next.releaseOrDefault().mode(), next.terms());
    }

    /** Where its readers see it stand. */
    void status(BulletinStatus next, Instant at) {
        if (next != status) {
            status = next;
            changed(at);
        }
    }

    @Override
    protected void published(Instant at) {
        if (status == BulletinStatus.PROPOSED) {
            // what its signatories signed, word for word
            changed(at);
        } else {
            super.published(at);
        }
        if (publishedAt == null && (status == BulletinStatus.PROPOSED || !content.asksForSignatures())) {
            publishedAt = at;
        }
    }

    void endedBecause(String reason) {
        endedBecause = reason;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** The secretariat reads what is GREEN or CLEAR (domain 4.9), and not what waits for signatures. */
    @Override
    public boolean goesToSecretariat() {
        boolean waits = content.asksForSignatures() && publishedAt == null;
        return !waits && (tlp() == Tlp.GREEN || tlp() == Tlp.CLEAR);
    }

    String ref() {
        return ref;
    }

    /** A draft that becomes one of an unnamed state, or of a named one, is called otherwise. */
    void ref(String other) {
        ref = other;
    }

    /** Whether its readers do not learn which state it is from. */
    boolean isUnnamed() {
        return unnamed;
    }

    /** The state that this caller may know it to be from. */
    StateCode originatorFor(Caller caller) {
        return unnamed && !caller.isOf(originator()) ? UnnamedState.CODE : originator();
    }

    BulletinStatus status() {
        return status;
    }

    DraftBulletin content() {
        return content;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    String endedBecause() {
        return endedBecause;
    }

    /** The bulletin as its readers have it, to be written as STIX. */
    StixBulletin stix() {
        return new StixBulletin(
                id(),
                ref,
                unnamed ? UnnamedState.CODE : originator(),
                content,
                tlp(),
                publishedAt == null ? contentAt() : publishedAt,
                contentAt(),
                endedBecause);
    }
}
