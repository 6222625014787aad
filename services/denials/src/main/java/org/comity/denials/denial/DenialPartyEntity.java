package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.content.PartyRole;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.TextForm;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A party of a denial; shown where the denial is released for licensing. */
@Entity
@Table(name = "denial_party")
class DenialPartyEntity {

    @Id
    private UUID id;

    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "originator_state")
    private String originatorState;

    private int position;

    @Enumerated(EnumType.STRING)
    private PartyRole role;

    private String name;

    /** What of the name is compared. */
    @Column(name = "name_key")
    private String nameKey;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> aliases;

    @Column(name = "native_script_name")
    private @Nullable String nativeScriptName;

    private @Nullable String address;

    private @Nullable String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Identifier> identifiers;

    @Enumerated(EnumType.STRING)
    @Column(name = "entity_type")
    private @Nullable EntityType entityType;

    @Column(name = "natural_person")
    private @Nullable Boolean naturalPerson;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialPartyEntity() {}

    DenialPartyEntity(UUID id, UUID denialId, StateCode originator, int position, Party party) {
        this.id = id;
        this.denialId = denialId;
        this.originatorState = originator.value();
        this.position = position;
        this.role = party.role();
        this.name = party.name();
        this.nameKey = TextForm.folded(party.name());
        this.aliases = party.aliases();
        this.nativeScriptName = party.nativeScriptName();
        this.address = party.address();
        this.country = party.country() == null ? null : party.country().value();
        this.identifiers = party.identifiers();
        this.entityType = party.entityType();
        this.naturalPerson = party.isNaturalPerson();
    }

    Party content() {
        return new Party(
                role,
                name,
                aliases,
                nativeScriptName,
                address,
                country == null ? null : new StateCode(country),
                identifiers,
                entityType,
                naturalPerson);
    }

    UUID denialId() {
        return denialId;
    }
}
