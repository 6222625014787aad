package org.comity.denials.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Tlp;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What the file does not say of its denials, asked once for all of them.
 *
 * <p>Rules: R-259.
 *
 * @param criterion of each reason; OTHER where nothing is said
 * @param controlList that the entries belong to
 * @param provenance where the state has them from; its own decisions where nothing is said
 */
public record ImportSettings(
        @NotNull(message = "This is missing.") DenialKind kind,
        @NotNull(message = "This is missing.") LocalDate decisionDate,
        @NotNull(message = "This is missing.") DenialBasis basis,
        @NotNull(message = "This is missing.") CountryMeaning countryMeans,
        @Nullable Criterion criterion,
        @Nullable ControlList controlList,
        @Nullable LocalDate suspensionEndsOn,
        @Nullable Tlp tlp,
        @Nullable Provenance provenance,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse,

        @Valid @Nullable Releasability releasability) {

    /** No list is an empty list. */
    public ImportSettings {
        permittedUse = permittedUse == null ? List.of() : List.copyOf(permittedUse);
    }

    Criterion criterionOrDefault() {
        return criterion == null ? Criterion.OTHER : criterion;
    }
}
