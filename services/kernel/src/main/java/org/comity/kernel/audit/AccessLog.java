package org.comity.kernel.audit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;

/**
 * The audit trail as a state's point of contact and its auditor read it: what their own state's people and systems
 * asked for. What other states did stands in it too, and is shown to nobody but their own.
 *
 * <p>Source: docs/rules.md R-180 (domain 4.9, "read log of a record").
 */
@Singleton
public class AccessLog {

    private final EntityManager database;
    private final CurrentCaller current;

    AccessLog(EntityManager database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    /**
     * What the people of the caller's state asked for, newest first.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for whoever is not a state's point of contact or auditor
     */
    @Transactional
    public Page<AccessLogEntry> people(AccessLogQuery wanted, PageRequest page) {
        String own = reader().ownState().value();
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder sql = new StringBuilder("select id, at, person, person_name, client, roles, method, path,"
                + " decision, status, records from audit_entry where state = :own");
        parameters.put("own", own);
        wanted.begin().ifPresent(begin -> and(sql, "at >= :begin", parameters, "begin", begin));
        wanted.end().ifPresent(end -> and(sql, "at < :end", parameters, "end", end));
        wanted.person().ifPresent(name -> and(sql, "person_name = :person", parameters, "person", name));
        wanted.record().ifPresent(record -> and(sql, ":record = any (records)", parameters, "record", record));
        wanted.decision()
                .ifPresent(decision -> and(sql, "decision = :decision", parameters, "decision", decision.name()));
        page.after().ifPresent(place -> {
            and(sql, "(at, id) < (:at, :id)", parameters, "at", place.at());
            parameters.put("id", place.id());
        });
        parameters.put("limit", page.limit() + 1);
        Query query = database.createNativeQuery(
                sql.append(" order by at desc, id desc limit :limit").toString());
        parameters.forEach(query::setParameter);
        List<AccessLogEntry> entries = new ArrayList<>();
        for (Object row : query.getResultList()) {
            entries.add(entry((Object[]) row));
        }
        return Page.of(
                entries, page.limit(), last -> new PageRequest.Position(last.at(), last.id()).cursor(), shown -> shown);
    }

    /**
     * Changes that others than the state's own people made to its record, newest first; who made them is not told. A
     * service shows only what its own policy on {@code audit_entry} lets through, so without one this is empty.
     *
     * @param record the record, by the name that it has in this service
     */
    @Transactional
    public Page<ChangeByOther> changesByOthers(String record, PageRequest page) {
        reader();
        Query query = database.createNativeQuery("select id, at, state, method, path from audit_entry"
                        + " where state is distinct from :own and decision = 'ALLOWED' and method not in"
                        + " ('GET', 'HEAD', 'OPTIONS')"
                        + " and :record = any (records)"
                        + (page.after().isPresent() ? " and (at, id) < (:at, :id)" : "")
                        + " order by at desc, id desc limit :limit")
                .setParameter("own", current.get().ownState().value())
                .setParameter("record", record)
                .setParameter("limit", page.limit() + 1);
        page.after().ifPresent(place -> query.setParameter("at", place.at()).setParameter("id", place.id()));
        List<ChangeByOther> changes = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            changes.add(new ChangeByOther(
                    (UUID) cells[0],
                    (Instant) cells[1],
                    cells[2] == null ? null : new StateCode((String) cells[2]),
                    (String) cells[3],
                    (String) cells[4]));
        }
        return Page.of(
                changes, page.limit(), last -> new PageRequest.Position(last.at(), last.id()).cursor(), shown -> shown);
    }

    /**
     * The caller, who reads the access log of a state.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for anybody else
     */
    public Caller reader() {
        Caller caller = current.get();
        if (caller.state().isEmpty() || !caller.hasAny(Role.POC, Role.AUDITOR)) {
            throw KernelProblem.FORBIDDEN.because("The access log is for a state's point of contact and its auditor.");
        }
        return caller;
    }

    private static void and(
            StringBuilder sql, String condition, Map<String, Object> parameters, String name, Object value) {
        sql.append(" and ").append(condition);
        parameters.put(name, value);
    }

    private static AccessLogEntry entry(Object[] cells) {
        return new AccessLogEntry(
                (UUID) cells[0],
                (Instant) cells[1],
                new Person(
                        (String) cells[2],
                        Optional.ofNullable((String) cells[3]).orElse("")),
                (String) cells[4],
                List.of((String[]) cells[5]),
                (String) cells[6],
                (String) cells[7],
                AccessDecision.valueOf((String) cells[8]),
                (Integer) cells[9],
                List.of((String[]) cells[10]));
    }
}
