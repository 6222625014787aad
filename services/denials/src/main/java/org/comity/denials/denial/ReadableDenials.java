package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.paging.PageRequest;
import org.comity.sharing.release.Lens;

/** All that the caller may read, whole, for an export: through the release filter, as one list and one view are. */
@Singleton
public class ReadableDenials {

    private final DenialRepository denials;
    private final DenialReader reader;
    private final EntityManager database;
    private final CurrentCaller current;
    private final AuditTrail trail;

    ReadableDenials(
            DenialRepository denials,
            DenialReader reader,
            EntityManager database,
            CurrentCaller current,
            AuditTrail trail) {
        this.denials = denials;
        this.reader = reader;
        this.database = database;
        this.current = current;
        this.trail = trail;
    }

    /**
     * The denials of the caller's list that these filters let through, newest first.
     *
     * @param filters the query parameters of a request
     * @param most how many at the most
     * @param taken gets one after the other, so that they need not all be kept
     * @return whether that was all; false where there are more
     * @throws org.comity.kernel.problem.ProblemException 403 for whoever reads no denials, 400 for a filter that cannot be
     */
    @Transactional
    public boolean each(MultivaluedMap<String, String> filters, int most, Consumer<DenialView> taken) {
        reader.refuseWhoReadsNone();
        DenialQuery wanted = DenialQuery.of(filters);
        Caller caller = current.get();
        int number = 0;
        PageRequest page = new PageRequest(PageRequest.LARGEST, Optional.empty());
        boolean more = true;
        while (more) {
            List<DenialRepository.Listed> listed = denials.list(caller, wanted, page);
            more = listed.size() > page.limit();
            for (DenialRepository.Listed each : listed.subList(0, Math.min(listed.size(), page.limit()))) {
                if (number++ == most) {
                    return false;
                }
                Lens lens = reader.lens(each.id());
                taken.accept(reader.opened(reader.find(each.id(), lens), lens));
                trail.touched(each.id());
                page = new PageRequest(page.limit(), Optional.of(new PageRequest.Position(each.listedAt(), each.id())));
            }
            database.clear();
        }
        return true;
    }
}
