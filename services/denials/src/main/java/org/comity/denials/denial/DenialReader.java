package org.comity.denials.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.denials.denial.kept.DenialVersionView;
import org.comity.denials.denial.kept.DenialVersions;
import org.comity.denials.difference.Change;
import org.comity.denials.difference.ContentDifference;
import org.comity.denials.receipt.Receipts;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Share;

/** Reads denials for a caller, through the release filter. */
@Singleton
class DenialReader {

    private final DenialRepository denials;
    private final DenialVersions versions;
    private final DenialViews views;
    private final ReleaseFilter filter;
    private final Receipts receipts;
    private final CurrentCaller current;
    private final AuditTrail trail;

    DenialReader(
            DenialRepository denials,
            DenialVersions versions,
            DenialViews views,
            ReleaseFilter filter,
            Receipts receipts,
            CurrentCaller current,
            AuditTrail trail) {
        this.denials = denials;
        this.versions = versions;
        this.views = views;
        this.filter = filter;
        this.receipts = receipts;
        this.current = current;
        this.trail = trail;
    }

    /** A page of what the caller may see. */
    @Transactional
    Page<DenialSummaryView> list(DenialQuery wanted, PageRequest page) {
        Caller caller = current.get();
        refuseWhoReadsNone();
        Page<DenialSummaryView> result = Page.of(
                denials.list(caller, wanted, page),
                page.limit(),
                DenialRepository.Listed::cursor,
                rows -> views.summaries(
                        caller, rows.stream().map(DenialRepository.Listed::id).toList()));
        trail.touchedAll(result.items().stream().map(DenialSummaryView::id).toList());
        return result;
    }

    /** One denial, as the caller may see it; another state's leaves a receipt there. */
    @Transactional
    DenialView view(UUID id) {
        trail.touched(id);
        Lens lens = lens(id);
        return opened(find(id, lens), lens);
    }

    /** The denial as the caller sees it, one at a time or in a file; another state's leaves a receipt there. */
    DenialView opened(DenialEntity denial, Lens lens) {
        StateCode reader = current.get().ownState();
        if (!reader.equals(denial.originator())) {
            receipts.opened(denial.id(), denial.originator(), denial.ref(), denial.version(), reader);
        }
        return view(denial, lens);
    }

    /** Which states opened an own denial. */
    @Transactional
    List<ReceiptView> receipts(UUID id) {
        trail.touched(id);
        Lens lens = lens(id);
        DenialEntity denial = find(id, lens);
        if (!current.get().isOf(denial.originator()) || !Share.isDeskOrContact(current.get())) {
            throw KernelProblem.FORBIDDEN.because("Receipts are for the originator's desk and its point of contact.");
        }
        return receipts.of(id, denial.originator());
    }

    /** The versions of an own denial. */
    @Transactional
    List<DenialVersionView> versions(UUID id) {
        requireOwn(id);
        return versions.all(id);
    }

    /**
     * What is different in a version of an own denial. For its originator alone: a version holds what was withheld, and
     * what was notified to other readers than today's.
     *
     * @param since the earlier version; 0 stands for nothing at all
     */
    @Transactional
    List<Change> changes(UUID id, int version, int since) {
        requireOwn(id);
        JsonNode after = versions.json(id, version).orElseThrow(DenialReader::noSuchVersion);
        if (since >= version) {
            throw KernelProblem.MALFORMED_REQUEST.at("since", "This is no earlier version.");
        }
        JsonNode before = since == 0
                ? JsonNodeFactory.instance.objectNode()
                : versions.json(id, since).orElseThrow(DenialReader::noSuchVersion);
        return ContentDifference.between(before, after);
    }

    private static ProblemException noSuchVersion() {
        return KernelProblem.NOT_FOUND.because("There is no such version.");
    }

    private void requireOwn(UUID id) {
        trail.touched(id);
        Lens lens = lens(id);
        find(id, lens);
        if (lens != Lens.OWN) {
            throw KernelProblem.FORBIDDEN.because("Only the originator sees earlier versions.");
        }
    }

    Lens lens(UUID id) {
        return filter.lens(current.get(), id);
    }

    /** The denial, unless it is hidden, which looks as if there were none. */
    DenialEntity find(UUID id, Lens lens) {
        DenialEntity denial = lens == Lens.NOTHING ? null : denials.findById(id);
        if (denial == null) {
            throw KernelProblem.NOT_FOUND.because("There is no denial of this id.");
        }
        return denial;
    }

    DenialView view(DenialEntity denial, Lens lens) {
        return views.view(denial, lens);
    }

    /** Those of these denials that the caller sees, read together. */
    List<DenialView> seen(Collection<UUID> ids) {
        Map<UUID, Lens> lenses = filter.lenses(current.get(), ids);
        Map<DenialEntity, Lens> seen = new LinkedHashMap<>();
        if (!lenses.isEmpty()) {
            denials.list("id in ?1", lenses.keySet()).forEach(denial -> seen.put(denial, lenses.get(denial.id())));
        }
        return views.views(seen);
    }

    /** Lets those through who may see a denial at all. */
    void refuseWhoReadsNone() {
        Caller caller = current.get();
        if (!caller.isLicensingDesk()
                && !caller.hasAny(Role.ANALYST, Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads denials is needed.");
        }
    }
}
