package org.comity.denials.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What readers of a return see. */
@Entity
@Table(name = "denial_return")
class ReturnEntity {

    @Id
    private UUID id;

    @Column(name = "originator_state")
    private String originatorState;

    private String period;

    @Enumerated(EnumType.STRING)
    private ReturnKind kind;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReturnLine> lines;

    @Enumerated(EnumType.STRING)
    private Tlp tlp;

    @Column(name = "release_mode")
    @Enumerated(EnumType.STRING)
    private ReleaseMode releaseMode;

    @Column(name = "permitted_use")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permittedUse;

    private int version;

    @Column(name = "content_at")
    private Instant contentAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReturnEntity() {}

    ReturnEntity(UUID id, StateCode originator, Period period, ReturnKind kind, ReturnRequest request, Instant at) {
        this.id = id;
        this.originatorState = originator.value();
        this.period = period.toString();
        take(kind, request, at);
    }

    /** Takes over what is returned, which waits for an approver. */
    final void take(ReturnKind returned, ReturnRequest request, Instant at) {
        content(returned, request);
        contentAt = at;
        status = ReturnStatus.NATIONAL_APPROVAL;
    }

    private void content(ReturnKind returned, ReturnRequest request) {
        kind = returned;
        lines = request.lines();
        tlp = request.tlpOrDefault();
        releaseMode = request.releaseOrDefault().mode();
        permittedUse =
                request.permittedUseOrDefault().stream().map(PermittedUse::name).toList();
    }

    void released(Instant at) {
        status = ReturnStatus.RELEASED;
        version++;
        contentAt = at;
    }

    /** The next version takes the place of what was released. */
    void corrected(ReturnKind returned, ReturnRequest request, Instant at) {
        content(returned, request);
        released(at);
    }

    /** From now on it goes to these, with this label, for these uses. */
    void releasedAnew(ReleaseMode mode, Tlp label, List<PermittedUse> uses, Instant at) {
        boolean seen = mode != releaseMode || label != tlp || !uses.equals(permittedUse());
        releaseMode = mode;
        tlp = label;
        permittedUse = uses.stream().map(PermittedUse::name).toList();
        if (seen) {
            // whom it reaches is its originator's alone to know
            contentAt = at;
        }
    }

    void sentBack() {
        status = ReturnStatus.DRAFT;
    }

    UUID id() {
        return id;
    }

    StateCode originator() {
        return new StateCode(originatorState);
    }

    String period() {
        return period;
    }

    ReturnKind kind() {
        return kind;
    }

    ReturnStatus status() {
        return status;
    }

    List<ReturnLine> lines() {
        return lines;
    }

    Tlp tlp() {
        return tlp;
    }

    ReleaseMode releaseMode() {
        return releaseMode;
    }

    List<PermittedUse> permittedUse() {
        return permittedUse.stream().map(PermittedUse::valueOf).toList();
    }

    int version() {
        return version;
    }

    Instant contentAt() {
        return contentAt;
    }
}
