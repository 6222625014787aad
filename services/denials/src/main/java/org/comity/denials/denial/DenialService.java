package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Tlp;
import org.comity.denials.procedure.DenialNotification;
import org.comity.denials.procedure.Procedures;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/** Drafts, edits, approves and releases denials: loads, asks the domain, saves, tells the outbox. */
@Singleton
class DenialService {

    private static final int REF_CODE_LENGTH = 6;

    private final EntityManager database;
    private final DenialRepository denials;
    private final DenialContentStore contents;
    private final AudienceStore audiences;
    private final DenialReader reader;
    private final DenialViews views;
    private final MemberStates states;
    private final Procedures procedures;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Identifiers identifiers;
    private final Clock clock;

    DenialService(
            EntityManager database,
            DenialRepository denials,
            DenialContentStore contents,
            AudienceStore audiences,
            DenialReader reader,
            DenialViews views,
            MemberStates states,
            Procedures procedures,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.denials = denials;
        this.contents = contents;
        this.audiences = audiences;
        this.reader = reader;
        this.views = views;
        this.states = states;
        this.procedures = procedures;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.trail = trail;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(DraftDenial content, Function<UUID, String> address) {
        Caller caller = current.get();
        if (!ReleaseFilter.isDesk(caller) || caller.state().isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("Licensing officers draft denials.");
        }
        refuseWrong(content);
        Instant now = clock.instant();
        StateCode own = caller.ownState();
        DenialNotification procedure = procedure(content, now);
        DenialEntity denial = new DenialEntity(identifiers.next(), freeRef(own, now), own, content, procedure, now);
        refuseTakenNationalRef(content, own, denial.id());
        database.persist(denial);
        DenialFileEntity file = new DenialFileEntity(denial.id(), own, content, caller.person(), now);
        database.persist(file);
        database.flush();
        audiences.open(denial.id(), own, now);
        contents.write(denial.id(), own, content);
        trail.touched(denial.id());
        return replies.created(address.apply(denial.id()), views.ownView(denial, file, content, procedure));
    }

    /** Replaces the content of a draft or of an open amendment. */
    @Transactional
    Reply edit(UUID id, @Nullable String ifMatch, DraftDenial content) {
        Opened opened = open(id, ifMatch);
        DenialState next = decided(DenialLife.edit(opened.state()));
        refuseWrong(content);
        refuseTakenNationalRef(content, opened.denial().originator(), id);
        if (opened.state() instanceof DenialState.InForce) {
            opened.file().amendment(content);
        } else {
            take(opened, content);
        }
        return saved(opened, next);
    }

    /** Hands the working copy to an approver. */
    @Transactional
    Reply submit(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        DenialState next =
                decided(DenialLife.submit(opened.state(), current.get().person(), clock.instant()));
        List<FieldError> missing = ContentRules.missing(workingContent(opened));
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
        return saved(opened, next);
    }

    /** Sends a submission back. */
    @Transactional
    Reply sendBack(UUID id, @Nullable String ifMatch, String reason) {
        Opened opened = open(id, ifMatch);
        requireApprover();
        return saved(opened, decided(DenialLife.sendBack(opened.state(), reason)));
    }

    /** Approves a submission and notifies it to the states of its release. */
    @Transactional
    Reply approve(UUID id, @Nullable String ifMatch, ReleaseRequest request) {
        Opened opened = open(id, ifMatch);
        requireApprover();
        boolean amended = opened.state() instanceof DenialState.InForce;
        DenialState next =
                decided(DenialLife.approve(opened.state(), current.get().person()));
        DraftDenial submitted = workingContent(opened);
        DraftDenial content = submitted.released(request.releasability(), request.tlp(), request.permittedUse());
        refuseWrong(content);
        refuseFaults(ContentRules.wrongRelease(submitted, content));
        refuseTakenNationalRef(content, opened.denial().originator(), id);
        List<FieldError> missing = ContentRules.missing(content);
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
        Instant now = clock.instant();
        boolean seen = !amended || content(opened).differsForReaders(content);
        Instant contentAt = opened.denial().contentAt();
        take(opened, content);
        opened.file().amendment(null);
        opened.file().approvedBy(current.get().person());
        reach(opened, content, now);
        if (seen) {
            opened.denial().notified(procedure(content, now), now);
            contents.keepVersion(
                    id, opened.denial().originator(), opened.denial().version(), content, now);
        } else {
            opened.denial().unchangedSince(contentAt);
        }
        Reply reply = saved(opened, next);
        if (seen) {
            outbox.append((amended ? DenialEvent.AMENDED : DenialEvent.NOTIFIED).of(opened.denial()));
        } else {
            // Nothing that readers have is new; whom it reaches may be.
            outbox.append(DenialEvent.RELEASE_CHANGED.of(opened.denial()));
        }
        return reply;
    }

    /** Changes to whom a notified denial is released: narrower by the desk, wider by an approver. */
    @Transactional
    Reply release(UUID id, @Nullable String ifMatch, ReleaseRequest request) {
        Opened opened = open(id, ifMatch);
        DenialState next = decided(DenialLife.release(opened.state()));
        if (request.releasability() == null) {
            throw KernelProblem.MISSING_VALUES.at("/releasability", "This is missing.");
        }
        DraftDenial before = content(opened);
        DraftDenial after = before.released(request.releasability(), request.tlp(), request.permittedUse());
        refuseWrong(after);
        refuseFaults(ContentRules.wrongRelease(before, after));
        if (after.releaseOrDefault().mode() == org.comity.denials.content.ReleaseMode.LIST
                && after.releaseOrDefault().states().isEmpty()) {
            throw KernelProblem.MISSING_VALUES.at("/releasability/states", "This is missing.");
        }
        if (widens(opened.denial(), before, after) && !current.get().hasAny(Role.LICENSING_APPROVER)) {
            throw DenialProblem.WIDENING_NEEDS_APPROVER.because(
                    "An officer may narrow the release; an approver widens it.");
        }
        Instant now = clock.instant();
        opened.denial().releasedAnew(after, now);
        opened.file().release(after.releaseOrDefault());
        opened.file().releaseChanged();
        opened.file().amendment().ifPresent(open -> opened.file()
                .amendment(open.released(after.releasability(), after.tlp(), after.permittedUse())));
        reach(opened, after, now);
        Reply reply = saved(opened, next);
        outbox.append(DenialEvent.RELEASE_CHANGED.of(opened.denial()));
        return reply;
    }

    /** Opens an amendment that starts from what is in force. */
    @Transactional
    Reply amend(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        DenialState next = decided(DenialLife.amend(opened.state()));
        opened.file().amendment(content(opened));
        return saved(opened, next);
    }

    private record Opened(DenialEntity denial, DenialFileEntity file, DenialState state) {}

    /** Finds an own denial for a change: 404 where it is hidden, 403 where it is another state's, 428 and 412. */
    private Opened open(UUID id, @Nullable String ifMatch) {
        trail.touched(id);
        Lens lens = reader.lens(id);
        DenialEntity denial = reader.find(id, lens);
        DenialFileEntity file = lens == Lens.OWN ? database.find(DenialFileEntity.class, id) : null;
        if (file == null || !current.get().isOf(denial.originator())) {
            throw KernelProblem.FORBIDDEN.because("Only the originator's licensing desk changes its denial.");
        }
        replies.etag(reader.view(denial, lens)).require(ifMatch);
        return new Opened(denial, file, state(denial, file));
    }

    private static DenialState state(DenialEntity denial, DenialFileEntity file) {
        return switch (denial.status()) {
            case DRAFT, NATIONAL_APPROVAL ->
                new DenialState.Unpublished(file.workingCopy().orElseThrow());
            case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED -> new DenialState.InForce(file.workingCopy());
            case REVOKED, EXPIRED -> new DenialState.Over();
        };
    }

    private static DenialState decided(Step step) {
        return switch (step) {
            case Step.To(var next) -> next;
            case Step.Refused(var why) -> throw why.because(why.title() + ".");
        };
    }

    private void requireApprover() {
        if (!current.get().hasAny(Role.LICENSING_APPROVER)) {
            throw KernelProblem.FORBIDDEN.because("A licensing approver does this.");
        }
    }

    private DraftDenial content(Opened opened) {
        return contents.read(opened.denial(), java.util.Optional.of(opened.file()), Lens.OWN);
    }

    private DraftDenial workingContent(Opened opened) {
        return opened.file().amendment().orElseGet(() -> content(opened));
    }

    private void take(Opened opened, DraftDenial content) {
        Instant now = clock.instant();
        opened.denial().apply(content, procedure(content, now), now);
        opened.file().apply(content, now);
        contents.replace(opened.denial().id(), opened.denial().originator(), content);
    }

    private void reach(Opened opened, DraftDenial content, Instant at) {
        StateCode originator = opened.denial().originator();
        Set<StateCode> reached =
                Audience.of(content.releaseOrDefault(), content.provenanceOrDefault(), originator, states.now());
        audiences.release(opened.denial().id(), originator, reached, content.permittedUseOrDefault(), at);
    }

    private boolean widens(DenialEntity denial, DraftDenial before, DraftDenial after) {
        Set<StateCode> reached =
                Audience.of(after.releaseOrDefault(), after.provenanceOrDefault(), denial.originator(), states.now());
        Tlp now = before.tlpOrDefault();
        return !audiences.reached(denial.id()).containsAll(reached)
                || after.tlpOrDefault().compareTo(now) > 0
                || !before.permittedUseOrDefault().containsAll(after.permittedUseOrDefault());
    }

    private Reply saved(Opened opened, DenialState next) {
        if (next instanceof DenialState.Unpublished(var copy)) {
            opened.denial()
                    .status(
                            copy instanceof WorkingCopy.Submitted
                                    ? DenialStatus.NATIONAL_APPROVAL
                                    : DenialStatus.DRAFT);
        }
        opened.file().workingCopy(next.workingCopy());
        opened.file().touched(clock.instant());
        database.lock(opened.file(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(reader.view(opened.denial(), Lens.OWN));
    }

    private void refuseWrong(DraftDenial content) {
        List<FieldError> errors =
                new ArrayList<>(ContentRules.wrong(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        errors.addAll(Audience.unreachable(
                content.releaseOrDefault(), content.provenanceOrDefault(), states.now(), "/releasability"));
        refuseFaults(errors);
    }

    private static void refuseFaults(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
    }

    private void refuseTakenNationalRef(DraftDenial content, StateCode own, UUID id) {
        if (content.nationalRef() == null) {
            return;
        }
        long others = (Long) database.createNativeQuery("select count(*) from denial_file"
                        + " where originator_state = :own and national_ref = :ref and denial_id <> :id")
                .setParameter("own", own.value())
                .setParameter("ref", content.nationalRef())
                .setParameter("id", id)
                .getSingleResult();
        if (others > 0) {
            throw DenialProblem.NATIONAL_REF_TAKEN.at(
                    "/nationalRef", "Another denial of your state has this reference.");
        }
    }

    private DenialNotification procedure(DraftDenial content, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return procedures.denialNotification(content.decisionDate() == null ? today : content.decisionDate());
    }

    private String freeRef(StateCode own, Instant now) {
        int year = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
        String ref;
        do {
            ref = "DN-%s-%d-%s".formatted(own, year, identifiers.code(REF_CODE_LENGTH));
        } while (denials.hasRef(own, ref));
        return ref;
    }
}
