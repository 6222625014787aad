package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a drafter says of a denial: the schema {@code DraftDenial}. Everything may be missing. Lists are never null here;
 * an empty one is left out of the JSON.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DenialContent(
        Codes.@Nullable DenialKind kind,
        @Nullable LocalDate decisionDate,
        Codes.@Nullable DenialBasis basis,
        List<Item> items,
        @Nullable String destinationState,
        List<String> transitStates,
        List<Party> parties,
        @Nullable String statedEndUse,
        @Nullable String assessedEndUse,
        List<Reason> reasons,
        List<ExternalRef> externalRefs,
        Codes.@Nullable ValidityPolicy validityPolicy,
        @Nullable LocalDate validFrom,
        @Nullable String renewalGrounds,
        @Nullable LocalDate suspensionEndsOn,
        @Nullable String finalAssessment,
        Codes.@Nullable Tlp tlp,
        List<Codes.PermittedUse> permittedUse,
        Codes.@Nullable Provenance provenance,
        List<String> caveats,
        List<Withheld> withheld,
        @Nullable String supersedes,
        @Nullable Releasability releasability,
        @Nullable String nationalRef,
        @Nullable NationalAnnex nationalAnnex) {

    public DenialContent {
        items = orNone(items);
        transitStates = orNone(transitStates);
        parties = orNone(parties);
        reasons = orNone(reasons);
        externalRefs = orNone(externalRefs);
        permittedUse = orNone(permittedUse);
        caveats = orNone(caveats);
        withheld = orNone(withheld);
    }

    /** Nothing said but how something is released, to be shown as a denial's is. */
    public static DenialContent released(
            @Nullable Releasability releasability,
            Codes.@Nullable Tlp tlp,
            List<Codes.PermittedUse> permittedUse,
            Codes.@Nullable Provenance provenance) {
        return new DenialContent(
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                tlp,
                permittedUse,
                provenance,
                List.of(),
                List.of(),
                null,
                releasability,
                null,
                null);
    }

    /** Nothing said yet. */
    public static DenialContent empty() {
        return new DenialContent(
                null, null, null, List.of(), null, List.of(), List.of(), null, null, List.of(), List.of(), null, null,
                null, null, null, null, List.of(), null, List.of(), List.of(), null, null, null, null);
    }

    /** The ground on which a field is withheld from this reader, or by this drafter. */
    public Optional<Codes.WithheldGround> ground(String field) {
        return ground(withheld, field);
    }

    static Optional<Codes.WithheldGround> ground(List<Withheld> withheld, String field) {
        return withheld.stream()
                .filter(it -> it.field().name().equals(field))
                .map(Withheld::ground)
                .findFirst();
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** One item that was denied. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            @Nullable String controlCode,
            Codes.@Nullable ControlList controlList,
            Codes.@Nullable Sensitivity sensitivity,
            @Nullable String description,
            List<KeyParameter> keyParameters,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            Codes.@Nullable ProductType productType) {

        public Item {
            keyParameters = orNone(keyParameters);
        }

        /** The quantity as a person writes it. */
        public String plainQuantity() {
            return quantity == null ? "" : quantity.stripTrailingZeros().toPlainString();
        }
    }

    /** A technical figure of an item. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record KeyParameter(
            String name, String value, @Nullable String unit) {}

    /** Somebody in the transaction. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Party(
            Codes.@Nullable PartyRole role,
            @Nullable String name,
            List<String> aliases,
            @Nullable String nativeScriptName,
            @Nullable String address,
            @Nullable String country,
            List<Identifier> identifiers,
            Codes.@Nullable EntityType entityType,
            @JsonProperty("isNaturalPerson") @Nullable Boolean isNaturalPerson) {

        public Party {
            aliases = orNone(aliases);
            identifiers = orNone(identifiers);
        }
    }

    /** A number by which a party is registered somewhere. */
    public record Identifier(String type, String value) {}

    /** Why it was denied. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reason(
            Codes.@Nullable Criterion criterion,
            List<Codes.MisuseType> misuseTypes,
            List<Codes.Right> rightsEngaged,
            @Nullable String tearline,
            @Nullable String narrative) {

        public Reason {
            misuseTypes = orNone(misuseTypes);
            rightsEngaged = orNone(rightsEngaged);
        }
    }

    /** The same case in another system. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ExternalRef(
            @Nullable String system, @Nullable String ref) {}

    /** A field that the originator keeps back, with its ground. */
    public record Withheld(Codes.WithheldField field, Codes.WithheldGround ground) {}

    /** To whom the record is released; others than the originator see the mode alone. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Releasability(
            Codes.ReleaseMode mode, List<String> states, List<String> excluded, Codes.@Nullable Regime regime) {

        public Releasability {
            states = orNone(states);
            excluded = orNone(excluded);
        }
    }

    /** For the originator's own state alone. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record NationalAnnex(
            @Nullable String exporter,
            @Nullable String exporterAddress,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable String note) {}
}
