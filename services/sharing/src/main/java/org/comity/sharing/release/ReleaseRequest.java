package org.comity.sharing.release;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** To whom a denial goes, with which label and for which use; what is not said stays as it is. */
public record ReleaseRequest(
        @Valid @Nullable Releasability releasability,
        @Nullable Tlp tlp,

        @UniqueElements(message = "Name each once.") @Nullable
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse) {}
