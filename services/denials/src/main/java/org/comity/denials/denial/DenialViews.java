package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.NoDuty;
import org.comity.denials.controllist.ControlListReference;
import org.comity.denials.procedure.DenialNotification;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.json.Revised;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.release.Lens;
import org.jspecify.annotations.Nullable;

/**
 * Makes the view of a denial that a lens allows.
 *
 * <p>Rules.
 */
@Singleton
class DenialViews {

    private final EntityManager database;
    private final DenialContentStore contents;
    private final DenialAudience audiences;
    private final Procedures procedures;
    private final ControlListReference controlList;
    private final CurrentCaller current;
    private final Clock clock;

    DenialViews(
            EntityManager database,
            DenialContentStore contents,
            DenialAudience audiences,
            Procedures procedures,
            ControlListReference controlList,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.contents = contents;
        this.audiences = audiences;
        this.procedures = procedures;
        this.controlList = controlList;
        this.current = current;
        this.clock = clock;
    }

    /** The whole of what the lens shows. */
    DenialView view(DenialEntity denial, Lens lens) {
        return views(Map.of(denial, lens)).getFirst();
    }

    /** The same of several, whose rows are read together. */
    List<DenialView> views(Map<DenialEntity, Lens> denials) {
        if (denials.isEmpty()) {
            return List.of();
        }
        DenialContentStore.Rows rows =
                contents.rows(denials.keySet().stream().map(DenialEntity::id).toList());
        Map<LocalDate, DenialView.DueDates> due = new HashMap<>();
        List<DenialView> views = new ArrayList<>();
        denials.forEach((denial, lens) -> {
            Optional<DenialFileEntity> file = file(denial.id(), lens);
            DraftDenial content = contents.read(denial, file, lens, rows);
            LocalDate decision = content.decisionDate();
            views.add(view(
                    denial,
                    file,
                    lens.showsParties() ? DenialView.Shown.FULL : DenialView.Shown.HEADER,
                    content,
                    DenialContentStore.revocationReason(denial, lens, rows).orElse(null),
                    decision == null ? null : due.computeIfAbsent(decision, this::dueDates)));
        });
        return views;
    }

    /** The originator's own view, of content that was just written: the same as if it were read back. */
    DenialView ownView(DenialEntity denial, DenialFileEntity file, DraftDenial content, DenialNotification procedure) {
        LocalDate decision = content.decisionDate();
        return view(
                denial,
                Optional.of(file),
                DenialView.Shown.FULL,
                content,
                null,
                decision == null ? null : dueDates(decision, procedure));
    }

    private DenialView view(
            DenialEntity denial,
            Optional<DenialFileEntity> file,
            DenialView.Shown shown,
            DraftDenial content,
            @Nullable String revocationReason,
            DenialView.@Nullable DueDates due) {
        return new DenialView(
                denial.id(),
                denial.ref(),
                denial.version(),
                denial.originator(),
                denial.status(),
                file.map(DenialFileEntity::updatedAt).orElse(denial.contentAt()),
                date(denial.toldAt()),
                due,
                due == null ? null : late(denial, due),
                denial.reviewDue(),
                denial.renewalCount(),
                true,
                NoDuty.THIS,
                shown,
                revocationReason,
                Revised.of(content.inFull())
                        .with("validFrom", denial.content().validFrom())
                        .with("releasability", content.releasability())
                        .made(),
                file.map(f -> desk(denial, f, content)).orElse(null),
                file.map(f -> steps(denial, f)).orElse(List.of()));
    }

    private DenialView.Desk desk(DenialEntity denial, DenialFileEntity file, DraftDenial content) {
        return new DenialView.Desk(
                file.releaseVersion(),
                file.createdAt(),
                file.creator(),
                file.submitter().orElse(null),
                file.submittedAt(),
                file.approver().orElse(null),
                file.returnedBecause(),
                denial.notifiedAt() == null
                        ? null
                        : audiences.reached(denial.id()).size(),
                DenialLife.nextRenewalNeedsGrounds(denial.renewalCount()) ? true : null,
                finalAssessmentDue(denial, content) ? true : null,
                amendment(file).orElse(null),
                proposal(denial, file).orElse(null),
                warnings(content));
    }

    /** What the caller, of the originator's desk, may do next. */
    private List<String> steps(DenialEntity denial, DenialFileEntity file) {
        Caller caller = current.get();
        DenialState state = DenialState.of(denial, file);
        return LifeStep.open(DenialStep.class, caller, step -> DenialLife.lets(step, state, caller.person()));
    }

    /** The originator's file, where the lens is its own. */
    Optional<DenialFileEntity> file(UUID denial, Lens lens) {
        return lens == Lens.OWN ? Optional.ofNullable(database.find(DenialFileEntity.class, denial)) : Optional.empty();
    }

    private Optional<DenialView.AmendmentView> amendment(DenialFileEntity file) {
        return contents.amendment(file).map(content -> new DenialView.AmendmentView(status(file), content));
    }

    private static Optional<DenialView.ProposalView> proposal(DenialEntity denial, DenialFileEntity file) {
        if (!denial.status().isInForce()) {
            return Optional.empty();
        }
        return file.proposal().flatMap(proposal -> switch (proposal) {
            case Proposal.Amendment amendment -> Optional.<DenialView.ProposalView>empty();
            case Proposal.Renewal renewal ->
                Optional.of(new DenialView.ProposalView(
                        "RENEWAL", status(file), renewal.grounds().orElse(null), null));
            case Proposal.Revocation revocation ->
                Optional.of(new DenialView.ProposalView("REVOCATION", status(file), null, revocation.reason()));
        });
    }

    /** How the working copy is shown. */
    static DenialStatus status(DenialFileEntity file) {
        return file.workingCopy().orElseThrow().isSubmitted() ? DenialStatus.NATIONAL_APPROVAL : DenialStatus.DRAFT;
    }

    private DenialView.DueDates dueDates(LocalDate decision) {
        return dueDates(decision, procedures.denialNotification(decision));
    }

    private static DenialView.DueDates dueDates(LocalDate decision, DenialNotification procedure) {
        return new DenialView.DueDates(procedure.preferredBy(decision), procedure.latestBy(decision));
    }

    private boolean late(DenialEntity denial, DenialView.DueDates due) {
        Instant notified = denial.toldAt() == null ? clock.instant() : denial.toldAt();
        return LocalDate.ofInstant(notified, ZoneOffset.UTC).isAfter(due.latest());
    }

    private boolean finalAssessmentDue(DenialEntity denial, DraftDenial content) {
        return content.kind() == DenialKind.SUSPENSION
                && content.suspensionEndsOn() != null
                && content.finalAssessment() == null
                && ReviewClock.finalAssessmentOwed(
                        denial.status(),
                        content.suspensionEndsOn(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static @Nullable LocalDate date(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** What a well-formed draft may have got wrong all the same. */
    List<FieldError> warnings(DraftDenial content) {
        List<FieldError> warnings = new ArrayList<>();
        for (int i = 0; i < content.items().size(); i++) {
            String code = content.items().get(i).controlCode();
            if (code != null && !controlList.knows(code)) {
                warnings.add(new FieldError(
                        "/items/" + i + "/controlCode",
                        "Comity's reference list of surveillance-related entries does not have " + code + "."));
            }
        }
        return warnings;
    }

    /** The lines of a list, in its order. */
    List<DenialSummaryView> summaries(Caller caller, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, DenialEntity> denials = new HashMap<>();
        database.createQuery("from DenialEntity where id in :ids", DenialEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(denial -> denials.put(denial.id(), denial));
        Map<UUID, DenialFileEntity> files = new HashMap<>();
        for (Object row : database.createQuery(
                        "select f, f.id from DenialFileEntity f where f.id in :ids" + " and f.originatorState = :own")
                .setParameter("ids", ids)
                .setParameter(
                        "own", caller.isLicensingDesk() ? caller.ownState().value() : "")
                .getResultList()) {
            Object[] cells = (Object[]) row;
            files.put((UUID) cells[1], (DenialFileEntity) cells[0]);
        }
        return ids.stream()
                .filter(denials::containsKey)
                .map(id -> summary(denials.get(id), Optional.ofNullable(files.get(id))))
                .toList();
    }

    private static DenialSummaryView summary(DenialEntity denial, Optional<DenialFileEntity> file) {
        DraftDenial header = denial.content();
        return new DenialSummaryView(
                denial.id(),
                denial.ref(),
                denial.version(),
                denial.originator(),
                denial.status(),
                header.kind(),
                header.basis(),
                header.decisionDate(),
                date(denial.toldAt()),
                denial.reviewDue(),
                header.destinationState(),
                header.items().stream()
                        .map(DeniedItem::controlCode)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                header.tlpOrDefault(),
                header.withheld(),
                file.map(DenialFileEntity::updatedAt).orElse(denial.contentAt()),
                file.map(DenialFileEntity::nationalRef).orElse(null),
                file.flatMap(DenialFileEntity::submitter).orElse(null),
                file.filter(f -> f.amendment().isPresent())
                        .map(DenialViews::status)
                        .orElse(null),
                file.flatMap(f -> proposal(denial, f)).orElse(null));
    }
}
