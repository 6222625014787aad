package org.comity.denials.returns;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.record.SharedRecord;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What readers of a return see. */
@Entity
@Table(name = "denial_return")
class ReturnEntity extends SharedRecord {

    private String period;

    @Enumerated(EnumType.STRING)
    private ReturnKind kind;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReturnLine> lines;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReturnEntity() {}

    ReturnEntity(Opening opening, ReturnRequest request) {
        super(opening, request.releaseOrDefault().mode(), request.terms());
        this.period = Period.parse(Objects.requireNonNull(request.period()))
                .orElseThrow()
                .toString();
        take(request, opening.at());
    }

    /** Takes over what is returned, which waits for an approver. */
    final void take(ReturnRequest request, Instant at) {
        says(request);
        changed(at);
        status = ReturnStatus.NATIONAL_APPROVAL;
    }

    /** What it says is this from now on. */
    final void says(ReturnRequest request) {
        kind = Objects.requireNonNull(request.kind());
        lines = request.lines();
        terms(request.releaseOrDefault().mode(), request.terms());
    }

    @Override
    protected void published(Instant at) {
        super.published(at);
        status = ReturnStatus.RELEASED;
    }

    void sentBack() {
        status = ReturnStatus.DRAFT;
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
}
