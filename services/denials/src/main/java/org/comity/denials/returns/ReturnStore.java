package org.comity.denials.returns;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.record.RecordKind;
import org.comity.sharing.record.RecordKinds;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.Share;

/**
 * Returns as they are stored, each read through its audience; row-level security says the same once more.
 *
 * <p>Source: docs/rules.md R-88: as with the header of a denial.
 */
@Singleton
class ReturnStore {

    private final EntityManager database;
    private final Sql sql;
    private final CurrentCaller current;
    private final SharedRecords<ReturnEntity, ReturnFileEntity, ReturnView> returns;

    ReturnStore(EntityManager database, Sql sql, CurrentCaller current, RecordKinds kinds) {
        this.database = database;
        this.sql = sql;
        this.current = current;
        this.returns = kinds.of(
                new RecordKind<>(
                        "return",
                        "denial_return",
                        "return_id",
                        Desk.LICENSING,
                        ReturnEntity.class,
                        ReturnFileEntity.class),
                this::view);
    }

    /** What every shared record has. */
    SharedRecords<ReturnEntity, ReturnFileEntity, ReturnView> returns() {
        return returns;
    }

    /** Those of these returns that the caller sees. */
    List<ReturnView> seen(Collection<UUID> ids) {
        return returns.seen(ids).stream().map(this::view).toList();
    }

    /** The caller's state's own return for a period, locked against another one who gives it. */
    Optional<ReturnEntity> ofPeriod(StateCode own, Period period) {
        return database
                .createQuery("from ReturnEntity where originatorState = :own and period = :period", ReturnEntity.class)
                .setParameter("own", own.value())
                .setParameter("period", period.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What the caller sees of a year, by period and state: at most two of each state. */
    List<ReturnView> ofYear(Caller caller, int year) {
        if (caller.state().isEmpty()) {
            return List.of();
        }
        return views(sql.of("select r.id from denial_return_audience a"
                        + " join denial_return r on r.id = a.return_id where "
                        + Share.listCondition(caller, Desk.LICENSING)
                        + " and r.period in (:first, :second) order by r.period, r.originator_state")
                .with("state", caller.ownState())
                .with("first", new Period(year, 1).toString(), "second", new Period(year, 2).toString()));
    }

    /** The caller's state's own returns that wait for an approver, for its desk, the oldest period first. */
    List<ReturnView> waiting(Caller caller) {
        if (caller.state().isEmpty() || !caller.isLicensingDesk()) {
            return List.of();
        }
        return views(sql.of("select r.id from denial_return r join denial_return_file f on f.return_id = r.id"
                        + " where r.originator_state = :own and (r.status = :status"
                        + " or f.correction is not null and f.returned_because is null) order by r.period")
                .with("own", caller.ownState(), "status", ReturnStatus.NATIONAL_APPROVAL));
    }

    private List<ReturnView> views(SqlStatement ids) {
        return ids.list(UUID.class).stream().map(returns::find).map(this::view).toList();
    }

    /** Keeps what was released as a version, once. */
    void keepVersion(Seen<ReturnEntity, ReturnFileEntity> seen) {
        ReturnEntity released = seen.header();
        if (released.isPublished()) {
            sql.into("denial_return_version")
                    .onConflict("(return_id, version) do nothing")
                    .with("return_id", released.id(), "originator_state", released.originator())
                    .with("version", released.version(), "released_at", released.contentAt())
                    .json("content", content(seen))
                    .run();
        }
    }

    /** What it says, as it was given. */
    static ReturnRequest content(Seen<ReturnEntity, ReturnFileEntity> seen) {
        ReturnEntity released = seen.header();
        return new ReturnRequest(
                released.period(),
                released.kind(),
                released.lines(),
                seen.file().nilBecause(),
                seen.releasability(),
                released.tlp(),
                released.permittedUse());
    }

    /** What was released, for the desk of its state, the earliest first. */
    List<ReturnVersionView> versions(UUID id) {
        return sql.of("select version, released_at, content from denial_return_version where return_id = :id"
                        + " order by version")
                .with("id", id)
                .list(ReturnVersionView.class);
    }

    private ReturnView view(Seen<ReturnEntity, ReturnFileEntity> seen) {
        ReturnEntity shown = seen.header();
        Optional<ReturnFileEntity> file = seen.ownFile();
        return new ReturnView(
                shown.id(),
                shown.originator(),
                shown.period(),
                shown.kind(),
                shown.status(),
                shown.version(),
                shown.lines(),
                shown.tlp(),
                shown.permittedUse(),
                seen.releasability(),
                true,
                NoDuty.THESE,
                file.map(ReturnFileEntity::updatedAt).orElse(shown.contentAt()),
                file.map(ReturnFileEntity::givenBy).orElse(null),
                file.map(ReturnFileEntity::givenAt).orElse(null),
                file.flatMap(ReturnFileEntity::approver).orElse(null),
                file.map(ReturnFileEntity::returnedBecause).orElse(null),
                file.isPresent() && shown.status() == ReturnStatus.RELEASED
                        ? returns.reached(shown.id()).size()
                        : null,
                file.map(ReturnFileEntity::nilBecause).orElse(null),
                file.flatMap(ReturnStore::correction).orElse(null),
                file.map(f -> steps(shown, f)).orElse(List.of()));
    }

    /** Where the rows of a return say that it stands. */
    static ReturnLife life(ReturnEntity given, ReturnFileEntity file) {
        return new ReturnLife(given.status() == ReturnStatus.RELEASED, file.workingCopy());
    }

    /** What the caller, of the originator's desk, may do next. */
    private List<String> steps(ReturnEntity shown, ReturnFileEntity file) {
        Caller caller = current.get();
        ReturnLife life = life(shown, file);
        return LifeStep.open(ReturnStep.class, caller, step -> life.lets(step, caller.person()));
    }

    private static Optional<ReturnView.CorrectionView> correction(ReturnFileEntity file) {
        return file.correction()
                .map(next -> new ReturnView.CorrectionView(
                        file.returnedBecause() == null ? ReturnStatus.NATIONAL_APPROVAL : ReturnStatus.DRAFT, next));
    }
}
