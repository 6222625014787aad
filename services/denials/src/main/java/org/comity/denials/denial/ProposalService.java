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
import org.comity.denials.denial.kept.DenialVersions;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.ReleaseRequest;

/** Renewals and revocations: proposed by one person, in effect when another one approves. */
@Singleton
class ProposalService {

    private final OwnDenials own;
    private final DenialContentStore contents;
    private final DenialVersions versions;
    private final Procedures procedures;
    private final Outbox outbox;
    private final CurrentCaller current;
    private final Clock clock;

    ProposalService(
            OwnDenials own,
            DenialContentStore contents,
            DenialVersions versions,
            Procedures procedures,
            Outbox outbox,
            CurrentCaller current,
            Clock clock) {
        this.own = own;
        this.contents = contents;
        this.versions = versions;
        this.procedures = procedures;
        this.outbox = outbox;
        this.current = current;
        this.clock = clock;
    }

    /** Proposes to keep a denial for another term. */
    @Transactional
    Reply renew(RecordVersion version, RenewDenialRequest request) {
        OwnDenials.Opened opened = own.open(version, DenialStep.RENEW);
        DenialState next = DenialLife.propose(
                        opened.state(),
                        new Proposal.Renewal(submitted(), Optional.ofNullable(request.renewalGrounds())))
                .taken();
        if (request.renewalGrounds() == null
                && DenialLife.nextRenewalNeedsGrounds(opened.denial().renewalCount())) {
            throw KernelProblem.MISSING_VALUES.at(
                    "/renewalGrounds", "From the third renewal on, the grounds are to be said.");
        }
        return own.saved(opened, next);
    }

    /** Proposes to end a denial. */
    @Transactional
    Reply revoke(RecordVersion version, RevokeDenialRequest request) {
        OwnDenials.Opened opened = own.open(version, DenialStep.REVOKE);
        Proposal revocation = new Proposal.Revocation(submitted(), java.util.Objects.requireNonNull(request.reason()));
        return own.saved(opened, DenialLife.propose(opened.state(), revocation).taken());
    }

    private WorkingCopy submitted() {
        return new WorkingCopy.Submitted(current.get().person(), clock.instant());
    }

    /** Lets an approved renewal take effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    Reply renewed(OwnDenials.Opened opened, Proposal.Renewal renewal, DenialState next, ReleaseRequest request) {
        refuseRelease(request);
        Instant now = clock.instant();
        DenialEntity denial = opened.denial();
        denial.renewed(procedures.denialNotification(LocalDate.ofInstant(now, ZoneOffset.UTC)), now);
        contents.renewed(denial.id(), renewal.grounds());
        versions.keep(
                denial.id(),
                denial.originator(),
                denial.version(),
                contents.read(denial, Optional.of(opened.file()), Lens.OWN),
                now);
        return approved(opened, next, DenialEvent.RENEWED);
    }

    /** Lets an approved revocation take effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    Reply revoked(OwnDenials.Opened opened, Proposal.Revocation revocation, DenialState next, ReleaseRequest request) {
        refuseRelease(request);
        opened.denial().revoked(clock.instant());
        contents.revoked(opened.denial().id(), revocation.reason());
        return approved(opened, next, DenialEvent.REVOKED);
    }

    private Reply approved(OwnDenials.Opened opened, DenialState next, DenialEvent told) {
        opened.file().approved(current.get().person());
        Reply reply = own.saved(opened, next);
        if (opened.denial().toldAt() != null) {
            outbox.append(told.of(opened.denial()));
        }
        return reply;
    }

    /** What is renewed or revoked stays with those who have it; a release is a step of its own. */
    private static void refuseRelease(ReleaseRequest request) {
        List<FieldError> errors = new ArrayList<>();
        String detail = "The release is changed by a step of its own.";
        if (request.releasability() != null) {
            errors.add(new FieldError("/releasability", detail));
        }
        if (request.tlp() != null) {
            errors.add(new FieldError("/tlp", detail));
        }
        if (request.permittedUse() != null) {
            errors.add(new FieldError("/permittedUse", detail));
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
    }
}
