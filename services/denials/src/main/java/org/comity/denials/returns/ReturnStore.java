package org.comity.denials.returns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.denials.content.PermittedUse;
import org.comity.denials.content.Regime;
import org.comity.denials.content.Releasability;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/**
 * Returns as they are stored, each read through its audience; row-level security says the same once more.
 *
 * <p>Source: docs/rules.md R-88: as with the header of a denial.
 */
@Singleton
class ReturnStore {

    private final EntityManager database;
    private final CurrentCaller current;
    private final ObjectMapper json;

    ReturnStore(EntityManager database, CurrentCaller current, ObjectMapper json) {
        this.database = database;
        this.current = current;
        this.json = json;
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
        return caller.state().isPresent()
                && !database.createNativeQuery("select 1 from denial_return_audience a where a.return_id = :id and "
                                + condition(caller))
                        .setParameter("id", id)
                        .setParameter("state", caller.ownState().value())
                        .getResultList()
                        .isEmpty();
    }

    private static String condition(Caller caller) {
        return "a.state = :state and " + MemberStates.HOLDS + " and (a.own and " + caller.isLicensingDesk()
                + " or a.released and "
                + (caller.isLicensingDesk() || caller.hasAny(Role.POC)) + " or a.analysis and "
                + caller.hasAny(Role.ANALYST)
                + ")";
    }

    /** What the caller sees of a year, by period and state: at most two of each state. */
    List<ReturnEntity> ofYear(Caller caller, int year) {
        if (caller.state().isEmpty()) {
            return List.of();
        }
        List<?> ids = database.createNativeQuery("select r.id from denial_return_audience a"
                        + " join denial_return r on r.id = a.return_id where " + condition(caller)
                        + " and r.period in (:first, :second)")
                .setParameter("state", caller.ownState().value())
                .setParameter("first", new Period(year, 1).toString())
                .setParameter("second", new Period(year, 2).toString())
                .getResultList();
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

    /** The states, other than its own, that it reaches now; not those that left the regime it went to. */
    Set<StateCode> reached(UUID id) {
        Set<StateCode> states = new TreeSet<>();
        for (Object state : database.createNativeQuery("select a.state from denial_return_audience a"
                        + " where a.return_id = :id and a.released and not a.own and " + MemberStates.HOLDS)
                .setParameter("id", id)
                .getResultList()) {
            states.add(new StateCode((String) state));
        }
        return states;
    }

    /**
     * Whom it reaches from now on; its own state's desk always.
     *
     * @param asMembersOf the regime that they read as members of, as long as they are
     */
    void reach(ReturnEntity given, Set<StateCode> reached, @Nullable Regime asMembersOf) {
        boolean released = given.status() == ReturnStatus.RELEASED;
        database.createNativeQuery("delete from denial_return_audience where return_id = :id")
                .setParameter("id", given.id())
                .executeUpdate();
        if (released) {
            reached.forEach(state -> insert(given, state, true, asMembersOf));
        }
        insert(given, given.originator(), released, null);
    }

    private void insert(ReturnEntity given, StateCode state, boolean released, @Nullable Regime asMemberOf) {
        database.createNativeQuery("insert into denial_return_audience"
                        + " (return_id, state, originator_state, own, released, analysis, regime)"
                        + " values (:id, :state, :originator, :own, :released, :analysis, :regime)")
                .setParameter("id", given.id())
                .setParameter("state", state.value())
                .setParameter("originator", given.originator().value())
                .setParameter("own", state.equals(given.originator()))
                .setParameter("released", released)
                .setParameter("analysis", released && given.permittedUse().contains(PermittedUse.POLICY))
                .setParameter("regime", asMemberOf == null ? null : asMemberOf.name())
                .executeUpdate();
    }

    /** Keeps what was released as a version, once. */
    void keepVersion(ReturnEntity released, ReturnFileEntity file) {
        database.createNativeQuery("insert into denial_return_version"
                        + " (return_id, originator_state, version, released_at, content)"
                        + " values (:id, :originator, :version, :at, cast(:content as jsonb))"
                        + " on conflict (return_id, version) do nothing")
                .setParameter("id", released.id())
                .setParameter("originator", released.originator().value())
                .setParameter("version", released.version())
                .setParameter("at", released.contentAt())
                .setParameter("content", json(content(released, file)))
                .executeUpdate();
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

    private String json(ReturnRequest content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a return that was read as JSON cannot be written as JSON", e);
        }
    }

    /** What was released, for the desk of its state, the earliest first. */
    List<ReturnVersionView> versions(UUID id) {
        List<ReturnVersionView> versions = new ArrayList<>();
        for (Object row : database.createNativeQuery("select version, released_at, content::text"
                        + " from denial_return_version where return_id = :id order by version")
                .setParameter("id", id)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            versions.add(new ReturnVersionView((Integer) cells[0], (Instant) cells[1], read((String) cells[2])));
        }
        return versions;
    }

    private ReturnRequest read(String content) {
        try {
            return json.readValue(content, ReturnRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a version of a return cannot be read", e);
        }
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
                file.map(ReturnFileEntity::submitter).orElse(null),
                file.map(ReturnFileEntity::submittedAt).orElse(null),
                file.map(ReturnFileEntity::approver).orElse(null),
                file.map(ReturnFileEntity::returnedBecause).orElse(null),
                file.isPresent() && shown.status() == ReturnStatus.RELEASED
                        ? reached(shown.id()).size()
                        : null,
                file.map(ReturnFileEntity::nilBecause).orElse(null),
                file.flatMap(ReturnStore::correction).orElse(null));
    }

    private static Optional<ReturnView.CorrectionView> correction(ReturnFileEntity file) {
        return file.correction()
                .map(next -> new ReturnView.CorrectionView(
                        file.returnedBecause() == null ? ReturnStatus.NATIONAL_APPROVAL : ReturnStatus.DRAFT, next));
    }
}
