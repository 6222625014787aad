package org.comity.subscriptions.inbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.sql.SqlStatement;
import org.comity.subscriptions.rule.RecordType;

/**
 * What an inbox is narrowed to.
 *
 * @param unread only what the reader has not read
 * @param rule only what this rule matched
 */
record InboxQuery(boolean unread, Optional<RecordType> kind, Optional<UUID> rule, Optional<UUID> record) {

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static InboxQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new InboxQuery(
                said.yes("unread"), said.code("kind", RecordType.class), said.id("rule"), said.id("record")));
    }

    /** Narrows a list of entries, {@code e}. */
    SqlStatement narrowed(SqlStatement list) {
        if (unread) {
            list.more(" and " + Inbox.UNREAD);
        }
        return list.and(kind, "e.kind = :kind", "kind")
                .and(record, "e.record = :about", "about")
                .and(rule, "exists (select 1 from rule_match m where m.rule_id = :rule and m.seq = e.seq)", "rule");
    }
}
