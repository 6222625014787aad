package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.KeyParameter;
import org.comity.denials.content.ProductType;
import org.comity.denials.content.Sensitivity;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.TextForm;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An item of a denial; part of its header. */
@Entity
@Table(name = "denial_item")
class DenialItemEntity {

    @Id
    private UUID id;

    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    private int position;

    @Column(name = "control_code")
    private @Nullable String controlCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "control_list")
    private @Nullable ControlList controlList;

    @Enumerated(EnumType.STRING)
    private @Nullable Sensitivity sensitivity;

    private @Nullable String description;

    /** What of the description is compared. */
    @Column(name = "description_key")
    private @Nullable String descriptionKey;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "key_parameters")
    private List<KeyParameter> keyParameters;

    private @Nullable BigDecimal quantity;

    private @Nullable String unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "product_type")
    private @Nullable ProductType productType;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialItemEntity() {}

    DenialItemEntity(UUID id, UUID denialId, StateCode originator, int position, DeniedItem item) {
        this.id = id;
        this.denialId = denialId;
        this.originatorState = originator.value();
        this.position = position;
        this.controlCode = item.controlCode();
        this.controlList = item.controlList();
        this.sensitivity = item.sensitivity();
        this.description = item.description();
        this.descriptionKey = item.description() == null ? null : TextForm.folded(item.description());
        this.keyParameters = item.keyParameters();
        this.quantity = item.quantity();
        this.unit = item.unit();
        this.productType = item.productType();
    }

    DeniedItem content() {
        return new DeniedItem(
                controlCode, controlList, sensitivity, description, keyParameters, quantity, unit, productType);
    }

    UUID denialId() {
        return denialId;
    }
}
