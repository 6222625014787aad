package org.comity.denials.returns;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Share;
import org.comity.sharing.states.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Returns as they are stored, each read through its audience; row-level security says the same once more.
 *
 * <p>Source: docs/rules.md R-88: as with the header of a denial.
 */
@Singleton
class ReturnStore {

    private final EntityManager database;
    private final Sql sql;
    private final ReturnAudience audiences;
    private final CurrentCaller current;

    ReturnStore(EntityManager database, Sql sql, ReturnAudience audiences, CurrentCaller current) {
        this.database = database;
        this.sql = sql;
        this.audiences = audiences;
        this.current = current;
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

    ReturnFileEntity file(UUID id) {
        return database.find(ReturnFileEntity.class, id);
    }

    /** The return, unless it is hidden, which looks as if there were none. */
    ReturnEntity find(Caller caller, UUID id) {
        ReturnEntity found = sees(caller, id) ? database.find(ReturnEntity.class, id) : null;
        if (found == null) {
            throw KernelProblem.NOT_FOUND.because("There is no return of this id.");
        }
        return found;
    }

    private boolean sees(Caller caller, UUID id) {
        return caller.state()
                .flatMap(state -> audiences.share(id, state))
                .filter(share -> share.lens(caller) != Lens.NOTHING)
                .isPresent();
    }

    /** What the caller sees of a year, by period and state: at most two of each state. */
    List<ReturnEntity> ofYear(Caller caller, int year) {
        if (caller.state().isEmpty()) {
            return List.of();
        }
        List<UUID> ids = sql.of("select r.id from denial_return_audience a"
                        + " join denial_return r on r.id = a.return_id where " + Share.listCondition(caller)
                        + " and r.period in (:first, :second)")
                .with("state", caller.ownState())
                .with("first", new Period(year, 1).toString(), "second", new Period(year, 2).toString())
                .list(UUID.class);
        return database.createQuery(
                        "from ReturnEntity where id in :ids order by period, originatorState", ReturnEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The caller's state's own returns that wait for an approver, for its desk, the oldest period first. */
    List<ReturnEntity> waiting(Caller caller) {
        return caller.state().isEmpty() || !caller.isLicensingDesk()
                ? List.of()
                : database.createQuery(
                                "from ReturnEntity r where originatorState = :own and (status = :status or exists ("
                                        + "select 1 from ReturnFileEntity f where f.returnId = r.id"
                                        + " and f.correction is not null and f.returnedBecause is null))"
                                        + " order by period",
                                ReturnEntity.class)
                        .setParameter("own", caller.ownState().value())
                        .setParameter("status", ReturnStatus.NATIONAL_APPROVAL)
                        .getResultList();
    }

    /** The states, other than its own, that it reaches now. */
    Set<StateCode> reached(UUID id) {
        return audiences.reached(id);
    }

    /**
     * Whom it reaches from now on; its own state's desk always.
     *
     * @param asMembersOf the regime that they read as members of, as long as they are
     */
    void reach(ReturnEntity given, Set<StateCode> reached, @Nullable Regime asMembersOf) {
        if (given.status() == ReturnStatus.RELEASED) {
            audiences.release(
                    given.id(), given.originator(), reached, asMembersOf, given.permittedUse(), given.contentAt());
        } else {
            audiences.open(given.id(), given.originator(), given.contentAt());
        }
    }

    /** Keeps what was released as a version, once. */
    void keepVersion(ReturnEntity released, ReturnFileEntity file) {
        sql.into("denial_return_version")
                .onConflict("(return_id, version) do nothing")
                .with("return_id", released.id(), "originator_state", released.originator())
                .with("version", released.version(), "released_at", released.contentAt())
                .json("content", content(released, file))
                .run();
    }

    /** What it says, as it was given. */
    static ReturnRequest content(ReturnEntity released, ReturnFileEntity file) {
        return new ReturnRequest(
                released.period(),
                released.kind(),
                released.lines(),
                file.nilBecause(),
                file.releasability(released.releaseMode()),
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

    /** The view for the caller. */
    ReturnView view(ReturnEntity shown) {
        Caller caller = current.get();
        return view(
                shown,
                caller.isLicensingDesk() && caller.isOf(shown.originator())
                        ? Optional.ofNullable(file(shown.id()))
                        : Optional.empty());
    }

    /** The view, with the originator's file where there is one. */
    ReturnView view(ReturnEntity shown, Optional<ReturnFileEntity> file) {
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
                file.map(f -> f.releasability(shown.releaseMode()))
                        .orElseGet(() -> new Releasability(shown.releaseMode(), List.of(), List.of(), null)),
                true,
                NoDuty.THESE,
                file.map(ReturnFileEntity::updatedAt).orElse(shown.contentAt()),
                file.map(ReturnFileEntity::givenBy).orElse(null),
                file.map(ReturnFileEntity::givenAt).orElse(null),
                file.flatMap(ReturnFileEntity::approver).orElse(null),
                file.map(ReturnFileEntity::returnedBecause).orElse(null),
                file.isPresent() && shown.status() == ReturnStatus.RELEASED
                        ? reached(shown.id()).size()
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
