package org.comity.bulletins.bulletin;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.ReleasedFile;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a bulletin: who worked on it, to whom it goes, and a next version. */
@Entity
@Table(name = "bulletin_file")
@AttributeOverride(name = "id", column = @Column(name = "bulletin_id"))
class BulletinFileEntity extends ReleasedFile {

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable DraftBulletin next;

    @Column(name = "derived_from")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> derivedFrom;

    @Column(name = "gone_sources")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> goneSources;

    @SuppressWarnings("NullAway") // for Hibernate
    protected BulletinFileEntity() {}

    BulletinFileEntity(Opening opening, DraftBulletin content) {
        super(opening, WorkingCopy.NEW, content.releaseOrDefault());
        this.derivedFrom = content.derivedFrom();
        this.goneSources = List.of();
    }

    /** The references of the bulletins that it was written from. */
    List<String> derivedFrom() {
        return List.copyOf(derivedFrom);
    }

    /** Those among them that are gone. */
    List<String> goneSources() {
        return List.copyOf(goneSources);
    }

    /** It was written from these; what is gone stays marked as long as it is among them. */
    void derivedFrom(List<String> refs) {
        derivedFrom = List.copyOf(refs);
        goneSources = goneSources.stream().filter(refs::contains).toList();
    }

    /** The next version, as long as it is worked on. */
    Optional<DraftBulletin> next() {
        return Optional.ofNullable(next);
    }

    /** The next version says this. */
    void next(@Nullable DraftBulletin content) {
        next = content;
    }
}
