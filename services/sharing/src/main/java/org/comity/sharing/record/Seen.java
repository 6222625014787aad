package org.comity.sharing.record;

import java.util.Optional;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleasedFile;

/**
 * A record as its caller sees it.
 *
 * @param lens how much of it
 * @param ownFile its file, for the desk of the state whose record it is and for nobody else
 */
public record Seen<R extends SharedRecord, F extends ReleasedFile>(R header, Lens lens, Optional<F> ownFile) {

    /** To whom it goes: with the names for its own desk, the mode alone for others. */
    public Releasability releasability() {
        return ownFile.map(file -> file.releasability(header.releasability().mode()))
                .orElseGet(header::releasability);
    }

    /**
     * The file, where a step of the desk is taken.
     *
     * @throws java.util.NoSuchElementException where the caller is not of the desk
     */
    public F file() {
        return ownFile.orElseThrow();
    }
}
