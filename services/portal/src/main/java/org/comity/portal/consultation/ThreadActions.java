package org.comity.portal.consultation;

import java.util.Optional;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Consultation.ThreadView;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.ThreadStatus;
import org.comity.portal.session.Person;

/**
 * What a thread offers this person. The service decides; this keeps what it would refuse off the page.
 *
 * @param reply reply, as the consulted state
 * @param late a reply would be late
 * @param ask ask for more, as the consulted state
 * @param answer give more, as the requesting state
 * @param extend propose an extension
 * @param word agree to the other party's proposal, or not
 * @param most the working days that can still be added
 */
public record ThreadActions(
        boolean reply, boolean late, boolean ask, boolean answer, boolean extend, boolean word, int most) {

    private static final ThreadActions NONE = new ThreadActions(false, false, false, false, false, false, 0);

    static ThreadActions of(Consultation one, ThreadView thread, Optional<Person> reader) {
        return reader.filter(Person::isOfficer)
                .map(it -> ofDesk(one, thread, it))
                .orElse(NONE);
    }

    private static ThreadActions ofDesk(Consultation one, ThreadView thread, Person person) {
        boolean consulted = one.role() == Role.RECEIVED && person.isOf(thread.state());
        boolean asks = one.role() == Role.SENT;
        boolean open = thread.status().isOpen();
        Consultation.Proposal proposal = thread.clock().proposal();
        boolean theirs = proposal != null && !person.isOf(proposal.by());
        int most = one.procedure() == null
                ? 0
                : one.procedure().extensionDays()
                        - Optional.ofNullable(thread.clock().extendedDays()).orElse(0);
        return new ThreadActions(
                consulted && thread.reply() == null && (open || thread.status().isDeemed()),
                thread.status().isDeemed(),
                consulted && open,
                asks && thread.status() == ThreadStatus.NEED_MORE,
                (consulted || asks) && open && proposal == null && most > 0,
                (consulted || asks) && open && theirs,
                most);
    }

    /** Whether there is anything to offer. */
    public boolean isAny() {
        return reply || ask || answer || extend || word;
    }
}
