package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.StateCode;

/** What other parts of the service may know of a denial that the caller sees, and do to its release. */
@Singleton
public class SharedDenials {

    private final DenialReader reader;
    private final DenialService service;
    private final AuditTrail trail;

    SharedDenials(DenialReader reader, DenialService service, AuditTrail trail) {
        this.reader = reader;
        this.service = service;
        this.trail = trail;
    }

    /** A denial that the caller sees. */
    public record Seen(UUID id, String ref, StateCode originator) {}

    /**
     * The denial, as far as the caller sees it.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where it is hidden
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Seen seen(UUID id) {
        trail.touched(id);
        DenialEntity denial = reader.find(id, reader.lens(id));
        return new Seen(denial.id(), denial.ref(), denial.originator());
    }

    /**
     * The denial as its reader sees it; another state's leaves a receipt there.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where it is hidden
     */
    public DenialView view(UUID id) {
        return reader.view(id);
    }

    /**
     * The same down to its tear-line.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 where it is hidden
     */
    public TearlineView tearline(UUID id) {
        return TearlineView.of(reader.view(id));
    }

    /**
     * Releases an own denial to these states too, as its originator's approver.
     *
     * @throws org.comity.kernel.problem.ProblemException 422 for a state that it cannot reach, 403 for anybody else
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void widen(UUID id, List<StateCode> states) {
        service.widen(id, states);
    }
}
