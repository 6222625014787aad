package org.comity.sharing.release;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.DeskFile;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.states.Regime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The desk's file on a record that is released to other states: whom the release names. Its readers see its mode alone. An
 * entity says by {@code @AttributeOverride} what its table calls the record's id.
 */
@MappedSuperclass
public abstract class ReleasedFile extends DeskFile {

    @Id
    private UUID id;

    @Column(name = "originator_state")
    private String originatorState;

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

    /** A file on a record that goes to these. */
    protected ReleasedFile(Opening opening, WorkingCopy copy, Releasability release) {
        super(opening.by(), opening.at(), copy);
        this.id = opening.id();
        this.originatorState = opening.state().value();
        release(release);
    }

    /** The id of the record, as the file's own. */
    public final UUID id() {
        return id;
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
