package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.MisuseType;
import org.comity.denials.content.Reason;
import org.comity.denials.content.Right;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A reason of a denial; shown where the denial is released for licensing. */
@Entity
@Table(name = "denial_reason")
class DenialReasonEntity {

    @Id
    private UUID id;

    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    private int position;

    @Enumerated(EnumType.STRING)
    private Criterion criterion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "misuse_types")
    private List<String> misuseTypes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "rights_engaged")
    private List<String> rightsEngaged;

    private @Nullable String tearline;

    private @Nullable String narrative;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialReasonEntity() {}

    DenialReasonEntity(UUID id, UUID denialId, StateCode originator, int position, Reason reason) {
        this.id = id;
        this.denialId = denialId;
        this.originatorState = originator.value();
        this.position = position;
        this.criterion = reason.criterion();
        this.misuseTypes = reason.misuseTypes().stream().map(MisuseType::name).toList();
        this.rightsEngaged = reason.rightsEngaged().stream().map(Right::name).toList();
        this.tearline = reason.tearline();
        this.narrative = reason.narrative();
    }

    Reason content() {
        return new Reason(
                criterion,
                misuseTypes.stream().map(MisuseType::valueOf).toList(),
                rightsEngaged.stream().map(Right::valueOf).toList(),
                tearline,
                narrative);
    }

    UUID denialId() {
        return denialId;
    }
}
