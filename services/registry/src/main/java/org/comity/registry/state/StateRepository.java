package org.comity.registry.state;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;

/** States as they are stored. */
@Singleton
class StateRepository implements PanacheRepositoryBase<StateEntity, String> {

    private final Sql sql;

    StateRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<StateEntity> ofCode(StateCode code) {
        return findByIdOptional(code.value());
    }

    /** The state, and nobody else changes it before the end of this transaction. */
    Optional<StateEntity> lock(StateCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** By code, one more than the page wants. */
    List<StateEntity> list(StateQuery wanted, Optional<StateCode> after, int limit) {
        List<String> codes = wanted.narrow(sql.of("select s.iso2 from state s where s.iso2 > :after")
                        .with("after", after.map(StateCode::value).orElse("")))
                .more(" order by s.iso2 limit :limit")
                .with("limit", limit + 1)
                .list(String.class);
        return ofCodes(codes);
    }

    /**
     * States whose present version the outbox has not, by code; they stay ours until the end of this transaction, and
     * those that another replica has are passed over.
     */
    List<StateEntity> lockUnannounced() {
        List<String> codes = sql.of("select iso2 from state where announced_version < version order by iso2"
                        + " for update skip locked")
                .list(String.class);
        return ofCodes(codes);
    }

    private List<StateEntity> ofCodes(List<String> codes) {
        return codes.isEmpty() ? List.of() : list("from StateEntity s where s.iso2 in ?1 order by s.iso2", codes);
    }

    /** Where each state stands just now. */
    Map<StateCode, StateStatus> standings() {
        return sql.of("select iso2, status from state").list(Row.class).stream()
                .collect(Collectors.toMap(Row::iso2, Row::status));
    }

    private record Row(StateCode iso2, StateStatus status) {}
}
