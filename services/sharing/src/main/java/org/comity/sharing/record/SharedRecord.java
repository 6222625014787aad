package org.comity.sharing.record;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The header that every shared record has: whose it is, its version, and the terms of its release that readers see. */
@MappedSuperclass
public abstract class SharedRecord {

    @Id
    private UUID id;

    @Column(name = "originator_state")
    private String originatorState;

    private int version;

    @Enumerated(EnumType.STRING)
    private Tlp tlp;

    @Column(name = "release_mode")
    @Enumerated(EnumType.STRING)
    private ReleaseMode releaseMode;

    @Column(name = "permitted_use")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permittedUse;

    @Column(name = "content_at")
    private Instant contentAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected SharedRecord() {}

    /** A draft, which nobody but its desk sees. */
    protected SharedRecord(Opening opening, ReleaseMode mode, Widening.Terms terms) {
        this.id = opening.id();
        this.originatorState = opening.state().value();
        this.contentAt = opening.at();
        terms(mode, terms);
    }

    /** The record goes out in this mode, on these terms. */
    protected final void terms(ReleaseMode mode, Widening.Terms terms) {
        releaseMode = mode;
        tlp = terms.tlp();
        permittedUse = terms.uses().stream().map(PermittedUse::name).toList();
    }

    /** Readers have the next version from now on. */
    protected void published(Instant at) {
        version++;
        contentAt = at;
    }

    /** What its readers see has changed. */
    protected final void changed(Instant at) {
        contentAt = at;
    }

    /** Its id. */
    public final UUID id() {
        return id;
    }

    /** The state whose record it is. */
    public final StateCode originator() {
        return new StateCode(originatorState);
    }

    /** 0 until it is published. */
    public final int version() {
        return version;
    }

    /** How far it may be passed on. */
    public final Tlp tlp() {
        return tlp;
    }

    /** What its readers may use it for. */
    public final List<PermittedUse> permittedUse() {
        return permittedUse.stream().map(PermittedUse::valueOf).toList();
    }

    /** The terms of its release. */
    public final Widening.Terms terms() {
        return new Widening.Terms(tlp, permittedUse());
    }

    /** To whom it goes, without the names: its readers see no more. */
    public final Releasability releasability() {
        return new Releasability(releaseMode, List.of(), List.of(), null);
    }

    /** When what its readers see changed last. */
    public final Instant contentAt() {
        return contentAt;
    }

    /** Where its state has it from. */
    public Provenance provenance() {
        return Provenance.OWN;
    }

    /** Whether the secretariat reads it too. */
    public boolean goesToSecretariat() {
        return false;
    }

    /** Whether readers have it; what was published is released to others, a draft is not. */
    public boolean isPublished() {
        return version > 0;
    }
}
