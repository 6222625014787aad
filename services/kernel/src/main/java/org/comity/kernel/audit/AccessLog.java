package org.comity.kernel.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;

/**
 * The audit trail as a state's point of contact and its auditor read it: what their own state's people and systems
 * asked for. What other states did stands in it too, and is shown to nobody but their own.
 *
 * <p>Source: docs/rules.md R-180 (domain 4.9, "read log of a record").
 *
 * <p>Rules: R-183.
 */
@Singleton
public class AccessLog {

    private final Sql sql;
    private final CurrentCaller current;

    AccessLog(Sql sql, CurrentCaller current) {
        this.sql = sql;
        this.current = current;
    }

    /**
     * What the people of the caller's state asked for, newest first.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for whoever is not a state's point of contact or auditor
     */
    @Transactional
    public Page<AccessLogEntry> people(AccessLogQuery wanted, PageRequest page) {
        StateCode own = reader().ownState();
        List<AccessLogEntry> entries = sql.of("select id, at, person, person_name, client, roles, method, path,"
                        + " decision, status, records from audit_entry where state = :own")
                .with("own", own)
                .and(wanted.begin(), "at >= :begin", "begin")
                .and(wanted.end(), "at < :end", "end")
                .and(wanted.person(), "person_name = :person", "person")
                .and(wanted.record(), ":record = any (records)", "record")
                .and(wanted.decision(), "decision = :decision", "decision")
                .newestFirst(page, "at", "id")
                .list(AccessLogEntry.class);
        return page(entries, page, last -> new PageRequest.Position(last.at(), last.id()));
    }

    private static <T> Page<T> page(List<T> rows, PageRequest page, Function<T, PageRequest.Position> place) {
        return Page.of(rows, page.limit(), last -> place.apply(last).cursor(), shown -> shown);
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
        List<ChangeByOther> changes = sql.of("select id, at, state, method, path from audit_entry"
                        + " where state is distinct from :own and decision = 'ALLOWED' and method not in"
                        + " ('GET', 'HEAD', 'OPTIONS') and :record = any (records)")
                .with("own", current.get().ownState(), "record", record)
                .newestFirst(page, "at", "id")
                .list(ChangeByOther.class);
        return page(changes, page, last -> new PageRequest.Position(last.at(), last.id()));
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
}
