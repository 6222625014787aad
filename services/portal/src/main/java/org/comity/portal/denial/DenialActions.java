package org.comity.portal.denial;

import java.util.Optional;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.session.Person;

/**
 * What the page of a denial offers this person. The service decides; this keeps what it would refuse off the page.
 *
 * <p>Rules.
 *
 * @param draft go on drafting
 * @param change change what waits for approval, which makes it a draft again
 * @param approve approve it
 * @param giveBack return it to the drafter
 * @param amend open an amendment
 * @param release change who may see it
 * @param propose propose to renew or to revoke it
 * @param decide approve the renewal or revocation that another person proposed
 * @param discard throw away the draft, or what is proposed
 * @param waitsForOther this person could approve, had they not submitted it themselves
 */
public record DenialActions(
        boolean draft,
        boolean change,
        boolean approve,
        boolean giveBack,
        boolean amend,
        boolean release,
        boolean propose,
        boolean decide,
        boolean discard,
        boolean waitsForOther) {

    private static final DenialActions NONE =
            new DenialActions(false, false, false, false, false, false, false, false, false, false);

    /** What is offered to this reader. */
    public static DenialActions of(Denial one, Optional<Person> reader) {
        return reader.filter(it -> it.isOfficer() && it.isOf(one.originatorState()))
                .map(it -> ofOwn(one, it))
                .orElse(NONE);
    }

    private static DenialActions ofOwn(Denial one, Person person) {
        boolean submittedIt =
                one.submitter().filter(it -> it.id().equals(person.id())).isPresent();
        boolean waits = one.draftStatus() == Denial.Draft.NATIONAL_APPROVAL;
        boolean proposed = one.proposalWaits();
        boolean stands = one.status().inForce() && one.amendment() == null;
        return new DenialActions(
                one.draftStatus() == Denial.Draft.DRAFT,
                waits,
                waits && person.isApprover() && !submittedIt,
                (waits || proposed) && person.isApprover(),
                // an amendment would quietly put an end to the proposal
                stands && !proposed,
                // what is over can still be taken back from those who read it
                one.status() != Codes.DenialStatus.DRAFT && one.status() != Codes.DenialStatus.NATIONAL_APPROVAL,
                stands,
                proposed && person.isApprover() && !submittedIt,
                one.draftStatus() == Denial.Draft.DRAFT || one.proposal() != null && !proposed,
                (waits || proposed) && person.isApprover() && submittedIt);
    }

    /** Whether there is anything to offer. */
    public boolean isAny() {
        return draft || change || approve || giveBack || amend || release || propose || decide || discard;
    }
}
