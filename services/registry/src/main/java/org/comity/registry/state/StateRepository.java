package org.comity.registry.state;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;

/** States as they are stored. */
@Singleton
class StateRepository implements PanacheRepositoryBase<StateEntity, String> {

    Optional<StateEntity> ofCode(StateCode code) {
        return findByIdOptional(code.value());
    }

    /** The state, and nobody else changes it before the end of this transaction. */
    Optional<StateEntity> lock(StateCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** By code, one more than the page wants. */
    List<StateEntity> list(StateQuery wanted, Optional<StateCode> after, int limit) {
        StringBuilder condition = new StringBuilder("s.iso2 > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after.map(StateCode::value).orElse(""));
        wanted.status().ifPresent(status -> {
            condition.append(" and s.status = :status");
            parameters.put("status", status);
        });
        wanted.regime().ifPresent(regime -> {
            condition.append(" and s.iso2 in (select m.iso2 from RegimeMembershipEntity m where m.regime = :regime)");
            parameters.put("regime", regime);
        });
        return find("from StateEntity s where " + condition + " order by s.iso2", parameters)
                .range(0, limit)
                .list();
    }

    /**
     * States whose present version the outbox has not, by code; they stay ours until the end of this transaction, and
     * those that another replica has are passed over.
     */
    List<StateEntity> lockUnannounced() {
        List<String> codes = new ArrayList<>();
        for (Object code : getEntityManager()
                .createNativeQuery("select iso2 from state where announced_version < version order by iso2"
                        + " for update skip locked")
                .getResultList()) {
            codes.add((String) code);
        }
        return codes.isEmpty() ? List.of() : list("from StateEntity s where s.iso2 in ?1 order by s.iso2", codes);
    }

    /** Where each state stands just now. */
    Map<StateCode, StateStatus> standings() {
        Map<StateCode, StateStatus> standings = new HashMap<>();
        for (Object row : getEntityManager()
                .createNativeQuery("select iso2, status from state")
                .getResultList()) {
            Object[] cells = (Object[]) row;
            standings.put(new StateCode((String) cells[0]), StateStatus.valueOf((String) cells[1]));
        }
        return standings;
    }
}
