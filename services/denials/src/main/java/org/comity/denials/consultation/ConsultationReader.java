package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;

/** Reads consultations for a caller, through the filter. */
@Singleton
class ConsultationReader {

    static final String ABSENT = "There is no consultation of this id.";

    private final ConsultationRepository consultations;
    private final ConsultationStore store;
    private final NoticeStore notices;
    private final ConsultationViews views;
    private final ConsultationLines lines;
    private final ConsultationFilter filter;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    ConsultationReader(
            ConsultationRepository consultations,
            ConsultationStore store,
            NoticeStore notices,
            ConsultationViews views,
            ConsultationLines lines,
            ConsultationFilter filter,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.consultations = consultations;
        this.store = store;
        this.notices = notices;
        this.views = views;
        this.lines = lines;
        this.filter = filter;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** A page of what the caller may see. */
    @Transactional
    Page<ConsultationView.Summary> list(ConsultationQuery wanted, PageRequest page) {
        Caller caller = current.get();
        if (!ConsultationFilter.reads(caller) && !caller.hasAny(Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("Licensing desks and points of contact read consultations.");
        }
        Page<ConsultationView.Summary> result = Page.of(
                consultations.list(caller, wanted, page, clock.instant()),
                page.limit(),
                ConsultationRepository.Listed::cursor,
                rows -> rows.stream()
                        .flatMap(row -> views.seen(row.id(), filter.part(caller, row.id())).stream())
                        .map(seen -> lines.of(views.view(seen)))
                        .toList());
        trail.touchedAll(
                result.items().stream().map(ConsultationView.Summary::id).toList());
        return result;
    }

    /** One consultation, as the caller may see it. */
    @Transactional
    ConsultationView view(UUID id) {
        return views.view(seen(id));
    }

    /** The internal notes of the caller's own state. */
    @Transactional
    List<NoteView> notes(UUID id) {
        seenByOwnDeskOfParty(id);
        return store.notes(current.get(), id);
    }

    /** One internal note of the caller's own state. */
    @Transactional
    NoteView note(UUID id, UUID note) {
        return ownNote(id, note, false);
    }

    /** The same for whoever means to write it anew. */
    NoteView ownNote(UUID id, UUID note, boolean toEdit) {
        seenByOwnDeskOfParty(id);
        return store.note(current.get(), id, note, toEdit)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no note of this id."));
    }

    /** One thread, by its own id, with the consultation around it as the caller may see it. */
    @Transactional
    ConsultationView ofThread(UUID thread) {
        return behind(thread, store.ofThread(current.get(), thread));
    }

    /** The consultation of a notice's clock, by the clock's id, for the requesting desk. */
    @Transactional
    ConsultationView ofNoticeClock(UUID clock) {
        return behind(clock, notices.ofNoticeClock(current.get(), clock));
    }

    /** The consultation that another row leads to, which is taken down only where the caller sees it. */
    private ConsultationView behind(UUID asked, Optional<UUID> consultation) {
        trail.touched(asked);
        Seen seen = consultation
                .flatMap(id -> views.seen(id, filter.part(current.get(), id)))
                .orElseThrow(ConsultationReader::absent);
        trail.touched(seen.consultation().id());
        return views.view(seen);
    }

    /**
     * The rows that the caller sees; where there are none, it looks as if there were no consultation.
     *
     * @param id as the caller gave it, so that taking it down tells nothing
     */
    Seen seen(UUID id) {
        trail.touched(id);
        return views.seen(id, filter.part(current.get(), id)).orElseThrow(ConsultationReader::absent);
    }

    /** The same, where the desk of a party alone goes on. */
    Seen seenByOwnDeskOfParty(UUID id) {
        Seen seen = seen(id);
        if (!seen.part().isParty() || !current.get().isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("The licensing desks of the parties do this.");
        }
        return seen;
    }

    static ProblemException absent() {
        return KernelProblem.NOT_FOUND.because(ABSENT);
    }
}
