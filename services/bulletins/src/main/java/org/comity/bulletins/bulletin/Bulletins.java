package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Markdown;
import org.comity.bulletins.response.Responses;
import org.comity.bulletins.response.StateAcknowledgement;
import org.comity.bulletins.response.StateComment;
import org.comity.bulletins.response.StateSighting;
import org.comity.bulletins.response.StateSignature;
import org.comity.bulletins.stix.StixObjects;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.json.Revised;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.record.RecordKind;
import org.comity.sharing.record.RecordKinds;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.release.Desk;

/**
 * The bulletins as their callers see them: one, a page of them, who opened an own one, and what a caller may do next.
 *
 * <p>Rules: R-318.
 */
@Singleton
class Bulletins {

    private static final RecordKind<BulletinEntity, BulletinFileEntity> KIND =
            new RecordKind<>("bulletin", Desk.ANALYSIS, BulletinEntity.class, BulletinFileEntity.class);

    private final SharedRecords<BulletinEntity, BulletinFileEntity, BulletinView> records;
    private final Responses responses;
    private final BulletinReceipts receipts;
    private final StixObjects stix;
    private final CurrentCaller current;

    Bulletins(
            RecordKinds kinds,
            Responses responses,
            BulletinReceipts receipts,
            StixObjects stix,
            CurrentCaller current) {
        this.records = kinds.of(KIND, this::view);
        this.responses = responses;
        this.receipts = receipts;
        this.stix = stix;
        this.current = current;
    }

    /** The table of their headers. */
    static String table() {
        return KIND.table();
    }

    /** The records, for steps. */
    SharedRecords<BulletinEntity, BulletinFileEntity, BulletinView> records() {
        return records;
    }

    /** One bulletin, as the caller may see it. */
    @Transactional
    Reply read(UUID id) {
        receipts.opened(records.find(id).header());
        return records.read(id);
    }

    /** Which states opened an own bulletin. */
    @Transactional
    List<ReceiptView> receipts(UUID id) {
        return receipts.of(records.find(id).header());
    }

    /** The bulletins that the caller may see, the newest first. */
    @Transactional
    Page<BulletinSummary> list(BulletinQuery query, PageRequest page) {
        refuseWhoReadsNone();
        return records.list(
                page,
                query::narrowed,
                seen -> BulletinSummary.of(
                        seen.header(),
                        seen.header().originatorFor(current.get()),
                        seen.ownFile()
                                .map(BulletinFileEntity::updatedAt)
                                .orElse(seen.header().contentAt())));
    }

    private void refuseWhoReadsNone() {
        Caller caller = current.get();
        if (!TakenBy.ANALYSTS.lets(caller) && !caller.hasAny(Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads bulletins is needed.");
        }
    }

    /** What a bulletin says to the one who sees it. */
    static DraftBulletin content(Seen<BulletinEntity, BulletinFileEntity> seen) {
        BulletinEntity bulletin = seen.header();
        return Revised.of(bulletin.content())
                .with("tlp", bulletin.tlp())
                .with("permittedUse", bulletin.permittedUse())
                .with("provenance", bulletin.provenance())
                .with(
                        "derivedFrom",
                        seen.ownFile().map(BulletinFileEntity::derivedFrom).orElse(List.of()))
                .with("releasability", bulletin.content().releasability() == null ? null : seen.releasability())
                .made();
    }

    /** Where a bulletin stands. */
    BulletinLife life(Seen<BulletinEntity, BulletinFileEntity> seen) {
        return life(seen.header(), seen.file());
    }

    private BulletinLife life(BulletinEntity bulletin, BulletinFileEntity file) {
        BulletinStatus status =
                bulletin.status() == BulletinStatus.CLEARANCE ? BulletinStatus.DRAFT : bulletin.status();
        return new BulletinLife(status, file.workingCopy(), signatures(bulletin));
    }

    private BulletinLife.Signatures signatures(BulletinEntity bulletin) {
        if (!bulletin.content().asksForSignatures()) {
            return BulletinLife.Signatures.NONE;
        }
        return bulletin.content().isSignedBy(signed(bulletin))
                ? BulletinLife.Signatures.COMPLETE
                : BulletinLife.Signatures.AWAITED;
    }

    /** The states that have signed this notice. */
    List<StateCode> signed(BulletinEntity bulletin) {
        return responses.signatures(bulletin.id()).stream()
                .map(StateSignature::state)
                .toList();
    }

    /** The view of a bulletin, for the caller. */
    BulletinView view(Seen<BulletinEntity, BulletinFileEntity> seen) {
        return views(List.of(seen)).getFirst();
    }

    /** The views of bulletins, for the caller; what states said of them is read together. */
    List<BulletinView> views(List<Seen<BulletinEntity, BulletinFileEntity>> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        Said said = said(seen);
        return seen.stream().map(one -> view(one, said)).toList();
    }

    /** What states said of bulletins, as far as the caller may know. */
    private record Said(
            Map<UUID, List<StateSignature>> signatures,
            Map<UUID, List<StateComment>> comments,
            Map<UUID, List<StateSighting>> sightings,
            Map<UUID, List<StateAcknowledgement>> acknowledgements) {}

    private Said said(List<Seen<BulletinEntity, BulletinFileEntity>> seen) {
        List<UUID> all = seen.stream().map(one -> one.header().id()).toList();
        List<UUID> signed = seen.stream()
                .map(Seen::header)
                .filter(bulletin -> bulletin.content().asksForSignatures())
                .map(BulletinEntity::id)
                .toList();
        Optional<StateCode> reader = current.get().state();
        return new Said(
                signed.isEmpty() ? Map.of() : responses.signatures(signed),
                responses.comments(all),
                reader.map(state -> responses.sightings(all, state)).orElse(Map.of()),
                reader.map(state -> responses.acknowledgements(all, state)).orElse(Map.of()));
    }

    private BulletinView view(Seen<BulletinEntity, BulletinFileEntity> seen, Said said) {
        BulletinEntity bulletin = seen.header();
        Optional<BulletinFileEntity> file = seen.ownFile();
        DraftBulletin content = content(seen);
        List<StateAcknowledgement> acknowledged = said.acknowledgements().getOrDefault(bulletin.id(), List.of());
        return new BulletinView(
                bulletin.id(),
                bulletin.ref(),
                bulletin.version(),
                bulletin.originatorFor(current.get()),
                bulletin.status(),
                file.map(BulletinFileEntity::updatedAt).orElse(bulletin.contentAt()),
                bulletin.publishedAt(),
                bulletin.endedBecause(),
                content,
                content.body() == null ? null : Markdown.html(content.body()),
                file.flatMap(BulletinFileEntity::submitter).orElse(null),
                file.map(BulletinFileEntity::returnedBecause).orElse(null),
                file.flatMap(BulletinFileEntity::next).orElse(null),
                file.flatMap(BulletinFileEntity::next)
                        .map(DraftBulletin::body)
                        .map(Markdown::html)
                        .orElse(null),
                file.map(own -> stix.givenObjects(bulletin.id(), own.next().orElse(content)))
                        .orElse(List.of()),
                file.map(BulletinFileEntity::goneSources).orElse(List.of()),
                said.signatures().getOrDefault(bulletin.id(), List.of()),
                said.comments().getOrDefault(bulletin.id(), List.of()),
                said.sightings().getOrDefault(bulletin.id(), List.of()),
                acknowledged,
                file.map(own -> LifeStep.open(BulletinStep.class, current.get(), step -> life(bulletin, own)
                                .lets(step, current.get().person())))
                        .orElseGet(() -> answers(bulletin, acknowledged)));
    }

    /** What the caller's state, which reads a bulletin of another, may say of it now. */
    private List<String> answers(BulletinEntity bulletin, List<StateAcknowledgement> acknowledged) {
        Caller caller = current.get();
        if (caller.state().isEmpty() || caller.isOf(bulletin.originator())) {
            return List.of();
        }
        return LifeStep.open(AnswerStep.class, caller, step -> isOpen(step, bulletin, acknowledged));
    }

    private boolean isOpen(AnswerStep step, BulletinEntity bulletin, List<StateAcknowledgement> acknowledged) {
        boolean isProposed = bulletin.status() == BulletinStatus.PROPOSED;
        return switch (step) {
            case COSIGN -> isProposed && owesSignature(bulletin);
            case COMMENT, SIGHTING -> !isProposed;
            case ACKNOWLEDGE ->
                !isProposed && bulletin.content().bulletinClass() == BulletinClass.ALERT && acknowledged.isEmpty();
        };
    }

    /** Whether the caller's state is to sign this notice. */
    boolean owesSignature(BulletinEntity bulletin) {
        StateCode own = current.get().ownState();
        return bulletin.content().signatories().contains(own)
                && responses.signatures(bulletin.id()).stream()
                        .noneMatch(signed -> signed.state().equals(own));
    }
}
