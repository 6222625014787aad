package org.comity.bulletins.request;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.sql.SqlStatement;

/**
 * Which requests for information are wanted.
 *
 * <p>Rules: R-355.
 *
 * @param statuses any of these; empty for all
 * @param direction those that the caller's state asks, or those that it is asked
 * @param unanswered only those that the caller's state is asked now and has not answered
 */
record RequestQuery(List<RequestStatus> statuses, Optional<Direction> direction, boolean unanswered) {

    /** Who asks. */
    enum Direction {
        /** The caller's state asks. */
        SENT,
        /** The caller's state is asked. */
        RECEIVED
    }

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static RequestQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new RequestQuery(
                said.codes("status", RequestStatus.class),
                said.code("direction", Direction.class),
                said.yes("unanswered")));
    }

    /** Narrows a list of requests, whose audience is {@code a} and whose header is {@code r}. */
    SqlStatement narrowed(SqlStatement list) {
        if (!statuses.isEmpty()) {
            list.more(" and r.status = any (:statuses)").with("statuses", statuses);
        }
        direction.ifPresent(way -> list.more(way == Direction.SENT ? " and a.own" : " and not a.own"));
        if (unanswered) {
            list.more(" and not a.own and r.status = 'ASKED' and exists (select 1 from information_request_thread t"
                    + " where t.information_request_id = r.id and t.state = a.state and t.answered_at is null)");
        }
        return list;
    }
}
