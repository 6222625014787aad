package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.denial.kept.DenialVersions;
import org.comity.denials.procedure.DenialNotification;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRequest;
import org.comity.sharing.release.Widening;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.Regime;

/**
 * Drafts, edits, approves and releases denials: loads, asks the domain, saves, tells the outbox.
 *
 * <p>Rules.
 */
@Singleton
class DenialService {

    /** No denial has this id. */
    private static final UUID NOT_YET = new UUID(0, 0);

    private final Sql sql;
    private final DraftWriter drafts;
    private final DenialContentStore contents;
    private final DenialVersions versions;
    private final DenialAudience audiences;
    private final Addressees addressees;
    private final SupersededDenials superseded;
    private final OwnDenials own;
    private final ProposalService proposals;
    private final DenialViews views;
    private final MemberStates states;
    private final Procedures procedures;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    DenialService(
            Sql sql,
            DraftWriter drafts,
            DenialContentStore contents,
            DenialVersions versions,
            DenialAudience audiences,
            Addressees addressees,
            SupersededDenials superseded,
            OwnDenials own,
            ProposalService proposals,
            DenialViews views,
            MemberStates states,
            Procedures procedures,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.sql = sql;
        this.drafts = drafts;
        this.contents = contents;
        this.versions = versions;
        this.audiences = audiences;
        this.addressees = addressees;
        this.superseded = superseded;
        this.own = own;
        this.proposals = proposals;
        this.views = views;
        this.states = states;
        this.procedures = procedures;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(DraftDenial content, Function<UUID, String> address) {
        Caller caller = current.get();
        TakenBy.DESK.require(caller);
        refuseWrong(content, states.now());
        Instant now = clock.instant();
        StateCode own = caller.ownState();
        refuseForeignReference(content, own, NOT_YET);
        refuseTakenNationalRef(content, own, NOT_YET);
        DenialNotification procedure = procedure(content, now);
        DraftWriter.Drafted drafted = drafts.write(content, caller, procedure, now);
        DenialEntity denial = drafted.denial();
        trail.touched(denial.id());
        return replies.created(address.apply(denial.id()), views.ownView(denial, drafted.file(), content, procedure));
    }

    /** Replaces the content of a draft or of an open amendment. */
    @Transactional
    Reply edit(RecordVersion version, DraftDenial content) {
        OwnDenials.Opened opened = own.open(version, DenialStep.EDIT);
        UUID id = version.id();
        DenialState next = DenialLife.edit(opened.state()).taken();
        refuseWrong(content, addressees.reachable(id));
        refuseForeignReference(content, opened.denial().originator(), id);
        refuseTakenNationalRef(content, opened.denial().originator(), id);
        if (opened.state() instanceof DenialState.InForce) {
            refuseFaults(ContentRules.wrongRelease(content(opened), content));
            refuseErasedGrounds(opened.denial(), content);
            amendment(opened, content);
        } else {
            take(opened, content);
        }
        return own.saved(opened, next);
    }

    /** Hands the working copy to an approver. */
    @Transactional
    Reply submit(RecordVersion version) {
        OwnDenials.Opened opened = own.open(version, DenialStep.SUBMIT);
        DenialState next = DenialLife.submit(opened.state(), current.get().person(), clock.instant())
                .taken();
        if (bringsContent(opened.state())) {
            refuseIncomplete(opened.denial(), workingContent(opened));
        }
        return own.saved(opened, next);
    }

    private static boolean bringsContent(DenialState state) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> true;
            case DenialState.InForce(var proposal) ->
                proposal.map(Proposal.Amendment.class::isInstance).orElse(false);
            case DenialState.Over over -> false;
        };
    }

    /** Sends a submission back. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        OwnDenials.Opened opened = own.open(version, DenialStep.RETURN);
        return own.saved(opened, DenialLife.sendBack(opened.state(), reason).taken());
    }

    /** Approves a submission: it takes effect, and its readers are told. */
    @Transactional
    Reply approve(RecordVersion version, ReleaseRequest request) {
        OwnDenials.Opened opened = own.open(version, DenialStep.APPROVE);
        DenialState next =
                DenialLife.approve(opened.state(), current.get().person()).taken();
        Optional<Proposal> proposal =
                opened.state() instanceof DenialState.InForce(var open) ? open : Optional.<Proposal>empty();
        return switch (proposal.orElse(null)) {
            case null -> notified(opened, next, request, false);
            case Proposal.Amendment amendment -> notified(opened, next, request, true);
            case Proposal.Renewal renewal -> proposals.renewed(opened, renewal, next, request);
            case Proposal.Revocation revocation -> proposals.revoked(opened, revocation, next, request);
        };
    }

    private static void refuseErasedGrounds(DenialEntity denial, DraftDenial content) {
        if (content.renewalGrounds() == null && DenialLife.keepsRenewalGrounds(denial.renewalCount())) {
            refuseFaults(
                    List.of(
                            new FieldError(
                                    "/renewalGrounds",
                                    "From the third renewal on, a denial keeps its grounds. Word them anew, or leave them as they are.")));
        }
    }

    private Reply notified(OwnDenials.Opened opened, DenialState next, ReleaseRequest request, boolean amended) {
        UUID id = opened.denial().id();
        DraftDenial submitted = workingContent(opened);
        DraftDenial content = submitted.released(request.releasability(), request.tlp(), request.permittedUse());
        Optional<DraftDenial> inForce = amended ? Optional.of(content(opened)) : Optional.empty();
        refuseWrong(content, addressees.reachable(id));
        refuseFaults(ContentRules.wrongRelease(submitted, content));
        inForce.ifPresent(before -> refuseFaults(ContentRules.wrongRelease(before, content)));
        if (amended) {
            refuseErasedGrounds(opened.denial(), content);
        }
        refuseForeignReference(content, opened.denial().originator(), id);
        refuseTakenNationalRef(content, opened.denial().originator(), id);
        refuseIncomplete(opened.denial(), content);
        Instant now = clock.instant();
        boolean seen = inForce.map(before -> before.differsForReaders(content)).orElse(true);
        Set<StateCode> reached = addressees.of(opened.denial(), inForce, content);
        Instant contentAt = opened.denial().contentAt();
        take(opened, content);
        if (amended) {
            versions.seal(id, opened.denial().originator(), content);
        }
        opened.file().amendment(null);
        opened.file().approved(current.get().person());
        reach(opened, content, reached, now);
        if (seen) {
            opened.denial().notified(procedure(content, now), now);
            versions.keep(id, opened.denial().originator(), opened.denial().version(), content, now);
        } else {
            opened.denial().unchangedSince(contentAt);
        }
        boolean first = !reached.isEmpty() && opened.denial().told(procedure(content, now), now);
        Reply reply = own.saved(opened, next);
        if (first) {
            outbox.append(DenialEvent.NOTIFIED.of(opened.denial()));
        } else if (amended && opened.denial().toldAt() != null) {
            // Where nothing that readers have is new, whom it reaches may be.
            outbox.append((seen ? DenialEvent.AMENDED : DenialEvent.RELEASE_CHANGED).of(opened.denial()));
        }
        return reply;
    }

    /** Changes to whom a notified denial is released: narrower by the desk, wider by an approver. */
    @Transactional
    Reply release(RecordVersion version, ReleaseRequest request) {
        return released(own.open(version, DenialStep.RELEASE), request);
    }

    /**
     * Releases an own denial to some states more, as an approver: the release becomes a list of all whom it reaches.
     *
     * @throws org.comity.kernel.problem.ProblemException 422 for a state that it cannot reach
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void widen(UUID id, List<StateCode> more) {
        OwnDenials.Opened opened = own.open(id, DenialStep.RELEASE);
        TakenBy.APPROVER.require(current.get());
        DraftDenial content = content(opened);
        Provenance provenance = content.provenanceOrDefault();
        Regime regime = provenance == Provenance.REGIME_DERIVED
                ? content.releaseOrDefault().regime()
                : null;
        refuseFaults(Audience.unreachable(
                new Releasability(ReleaseMode.LIST, more, List.of(), regime), provenance, states.now(), ""));
        Set<StateCode> wanted = new TreeSet<>(audiences.reached(id));
        wanted.addAll(more);
        // without those that cannot be reached any more: a state that withdrew, or left the regime
        Set<StateCode> reached = Audience.of(
                new Releasability(ReleaseMode.LIST, List.copyOf(wanted), List.of(), regime),
                provenance,
                opened.denial().originator(),
                addressees.reachable(id));
        released(
                opened,
                new ReleaseRequest(
                        new Releasability(ReleaseMode.LIST, List.copyOf(reached), List.of(), regime), null, null));
    }

    private Reply released(OwnDenials.Opened opened, ReleaseRequest request) {
        DenialState next = DenialLife.release(opened.state()).taken();
        if (request.releasability() == null) {
            throw KernelProblem.MISSING_VALUES.at("/releasability", "This is missing.");
        }
        DraftDenial before = content(opened);
        DraftDenial after = before.released(request.releasability(), request.tlp(), request.permittedUse());
        refuseWrong(after, addressees.reachable(opened.denial().id()));
        refuseFaults(ContentRules.wrongRelease(before, after));
        if (after.releaseOrDefault().mode() == ReleaseMode.LIST
                && after.releaseOrDefault().states().isEmpty()) {
            throw KernelProblem.MISSING_VALUES.at("/releasability/states", "This is missing.");
        }
        refuseNobody(opened.denial(), after);
        Set<StateCode> reached = addressees.of(opened.denial(), Optional.of(before), after);
        Widening.requireApprover(
                current.get(), audiences.reached(opened.denial().id()), reached, terms(before), terms(after));
        Instant now = clock.instant();
        opened.denial().releasedAnew(after, now);
        opened.file().release(after.releaseOrDefault());
        opened.file().releaseChanged();
        contents.amendment(opened.file())
                .ifPresent(open ->
                        amendment(opened, open.released(after.releasability(), after.tlp(), after.permittedUse())));
        reach(opened, after, reached, now);
        boolean first = !reached.isEmpty() && opened.denial().told(procedure(after, now), now);
        Reply reply = own.saved(opened, next);
        if (opened.denial().toldAt() != null) {
            outbox.append((first ? DenialEvent.NOTIFIED : DenialEvent.RELEASE_CHANGED).of(opened.denial()));
        }
        return reply;
    }

    /** Opens an amendment that starts from what is in force. */
    @Transactional
    Reply amend(RecordVersion version) {
        OwnDenials.Opened opened = own.open(version, DenialStep.AMEND);
        DenialState next = DenialLife.amend(opened.state()).taken();
        amendment(opened, content(opened));
        return own.saved(opened, next);
    }

    private DraftDenial content(OwnDenials.Opened opened) {
        return contents.read(opened.denial(), Optional.of(opened.file()), Lens.OWN);
    }

    private DraftDenial workingContent(OwnDenials.Opened opened) {
        return contents.amendment(opened.file()).orElseGet(() -> content(opened));
    }

    private void amendment(OwnDenials.Opened opened, DraftDenial content) {
        DenialEntity denial = opened.denial();
        opened.file().amendment(contents.sealed(denial.id(), denial.originator(), content));
    }

    private void take(OwnDenials.Opened opened, DraftDenial content) {
        Instant now = clock.instant();
        contents.replace(opened.denial(), opened.file(), content, procedure(content, now), now);
    }

    private void reach(OwnDenials.Opened opened, DraftDenial content, Set<StateCode> reached, Instant at) {
        audiences.release(
                opened.denial().id(),
                opened.denial().originator(),
                reached,
                Audience.membersOnly(content.releaseOrDefault(), content.provenanceOrDefault()),
                content.permittedUseOrDefault(),
                at);
    }

    private static Widening.Terms terms(DraftDenial content) {
        return new Widening.Terms(content.tlpOrDefault(), content.permittedUseOrDefault());
    }

    private void refuseWrong(DraftDenial content, MemberStates.Snapshot reachable) {
        List<FieldError> errors =
                new ArrayList<>(ContentRules.wrong(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        errors.addAll(Audience.unreachable(
                content.releaseOrDefault(), content.provenanceOrDefault(), reachable, "/releasability"));
        refuseFaults(errors);
    }

    private void refuseIncomplete(DenialEntity denial, DraftDenial content) {
        List<FieldError> missing = ContentRules.missing(content);
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
        refuseNobody(denial, content);
    }

    private void refuseNobody(DenialEntity denial, DraftDenial content) {
        refuseFaults(Audience.nobody(
                content.releaseOrDefault(),
                content.provenanceOrDefault(),
                denial.originator(),
                addressees.reachable(denial.id()),
                "/releasability"));
    }

    private static void refuseFaults(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
    }

    /** One that is hidden, another state's, a draft's, and one that there is not are refused alike. */
    private void refuseForeignReference(DraftDenial content, StateCode own, UUID id) {
        if (content.supersedes() != null && !superseded.isOwn(content.supersedes(), own, id)) {
            throw KernelProblem.INVALID_VALUES.at(
                    "/supersedes", "Your state has no other denial of this reference, in force or over.");
        }
    }

    private void refuseTakenNationalRef(DraftDenial content, StateCode own, UUID id) {
        if (content.nationalRef() == null) {
            return;
        }
        boolean taken = sql.of("select 1 from denial_file"
                        + " where originator_state = :own and national_ref = :ref and denial_id <> :id")
                .with("own", own, "ref", content.nationalRef(), "id", id)
                .exists();
        if (taken) {
            throw DenialProblem.NATIONAL_REF_TAKEN.at(
                    "/nationalRef", "Another denial of your state has this reference.");
        }
    }

    private DenialNotification procedure(DraftDenial content, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return procedures.denialNotification(content.decisionDate() == null ? today : content.decisionDate());
    }
}
