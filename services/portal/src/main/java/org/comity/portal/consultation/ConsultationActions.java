package org.comity.portal.consultation;

import java.util.Optional;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.Denial;
import org.comity.portal.session.Person;

/**
 * What the page of a consultation offers this person of the requesting state. The service decides; this keeps what it would
 * refuse off the page.
 *
 * @param draft go on drafting
 * @param change change what waits for approval, which makes it a draft again
 * @param approve approve it, and with that ask the other states
 * @param giveBack return it to the drafter
 * @param waitsForOther this person could approve, had they not submitted it themselves
 * @param decide record the decision, or withdraw
 * @param sendNotice send the notice of a grant
 * @param noticeByOther a notice is outstanding, and another person sends it
 * @param close file it away
 */
public record ConsultationActions(
        boolean draft,
        boolean change,
        boolean approve,
        boolean giveBack,
        boolean waitsForOther,
        boolean decide,
        boolean sendNotice,
        boolean noticeByOther,
        boolean close) {

    private static final ConsultationActions NONE =
            new ConsultationActions(false, false, false, false, false, false, false, false, false);

    static ConsultationActions of(Consultation one, Optional<Person> reader) {
        return reader.filter(it -> it.isOfficer() && one.role() == Role.SENT)
                .map(it -> ofOwn(one, it))
                .orElse(NONE);
    }

    private static ConsultationActions ofOwn(Consultation one, Person person) {
        boolean waits = one.status() == Status.NATIONAL_APPROVAL;
        boolean submittedIt = is(one.submittedBy(), person);
        boolean decided = one.outcome() != null && one.status() != Status.CLOSED;
        Consultation.Notice notice = one.noticeOfGrant();
        boolean noticeSent = notice != null && notice.sentAt() != null;
        boolean outstanding = notice != null && !noticeSent;
        boolean mayNotify =
                decided && one.outcome().outcome().lets() && one.type().hasNotice() && !noticeSent;
        boolean another = person.isApprover() && !is(one.decidedBy(), person);
        return new ConsultationActions(
                one.status() == Status.DRAFT,
                waits,
                waits && person.isApprover() && !submittedIt,
                waits && person.isApprover(),
                waits && person.isApprover() && submittedIt,
                one.status().isOpen(),
                mayNotify && another,
                outstanding && !another,
                decided && !outstanding);
    }

    private static boolean is(Denial.@org.jspecify.annotations.Nullable Colleague one, Person person) {
        return one != null && one.id().equals(person.id());
    }

    /** Whether there is anything to offer. */
    public boolean isAny() {
        return draft
                || change
                || approve
                || giveBack
                || waitsForOther
                || decide
                || sendNotice
                || noticeByOther
                || close;
    }
}
