package org.comity.denials.returns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What a state returns for a half-year. To whom it goes is to be said, as with denials.
 *
 * @param nilBecause why it is nil though the state has denials of the half-year
 */
public record ReturnRequest(
        @PlainText(max = 7) @Nullable String period,
        @Nullable ReturnKind kind,

        @Size(max = 500, message = "At most 500 entries.")
        List<@Valid @NotNull(message = "This is missing.") ReturnLine> lines,

        @PlainText(max = 500, multiline = true) @Nullable String nilBecause,
        @Valid @Nullable Releasability releasability,
        @Nullable Tlp tlp,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse) {

    /** No list is an empty list. */
    public ReturnRequest {
        lines = copy(lines);
        permittedUse = copy(permittedUse);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        // not List.copyOf: a null in it is the caller's, and validation names it
        return list == null ? List.of() : java.util.Collections.unmodifiableList(new java.util.ArrayList<>(list));
    }

    /** The same of this half-year, where none is said. */
    ReturnRequest of(String half) {
        return period == null
                ? new ReturnRequest(half, kind, lines, nilBecause, releasability, tlp, permittedUse)
                : this;
    }

    /** The same, released to these on these terms. */
    ReturnRequest released(Releasability release, Widening.Terms terms) {
        return new ReturnRequest(period, kind, lines, nilBecause, release, terms.tlp(), terms.uses());
    }

    Releasability releaseOrDefault() {
        return releasability == null ? Releasability.NOBODY_ELSE : releasability;
    }

    /** The terms of its release: where nothing is said, AMBER and for licensing. */
    Widening.Terms terms() {
        return new Widening.Terms(
                tlp == null ? Tlp.AMBER : tlp, permittedUse.isEmpty() ? List.of(PermittedUse.LICENSING) : permittedUse);
    }

    boolean toStatesNamedNowhere() {
        return releaseOrDefault().mode() == ReleaseMode.LIST
                && releaseOrDefault().states().isEmpty();
    }
}
