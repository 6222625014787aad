package org.comity.sharing.release;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.DeskFile;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.states.Regime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The desk's file on a record that is released to other states: whom the release names. Its readers see its mode alone. */
@MappedSuperclass
public abstract class ReleasedFile extends DeskFile {

    @Column(name = "release_states")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseStates;

    @Column(name = "release_excluded")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseExcluded;

    @Column(name = "release_regime")
    @Enumerated(EnumType.STRING)
    private @Nullable Regime releaseRegime;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReleasedFile() {}

    /** A file that this person opens, on a record that goes to these. */
    protected ReleasedFile(Person by, Instant at, WorkingCopy copy, Releasability release) {
        super(by, at, copy);
        release(release);
    }

    /** From now on the record goes to these. */
    public final void release(Releasability release) {
        releaseStates = release.states().stream().map(StateCode::value).toList();
        releaseExcluded = release.excluded().stream().map(StateCode::value).toList();
        releaseRegime = release.regime();
    }

    /** To whom it goes. */
    public final Releasability releasability(ReleaseMode mode) {
        return new Releasability(
                mode,
                releaseStates.stream().map(StateCode::new).toList(),
                releaseExcluded.stream().map(StateCode::new).toList(),
                releaseRegime);
    }
}
