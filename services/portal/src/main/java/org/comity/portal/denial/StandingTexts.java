package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Denial;

/** The texts on how long a denial stands, and on who opened it: {@code messages/standing.properties}. */
@MessageBundle("standing")
public interface StandingTexts {

    @Message
    String reviewDue();

    @Message
    String reviewWas();

    @Message
    String expires();

    @Message
    String expired();

    @Message
    String onDay(String day, String when);

    @Message
    String today();

    @Message
    String inDays(long count);

    @Message
    String inWeeks(long count);

    @Message
    String inMonths(long count);

    @Message
    String inYears(long count);

    @Message
    String agoDays(long count);

    @Message
    String agoWeeks(long count);

    @Message
    String agoMonths(long count);

    @Message
    String agoYears(long count);

    @Message
    String saysReviewSoon(String when);

    @Message
    String saysExpiresSoon(String when);

    @Message
    String saysOverdue(String when);

    @Message
    String saysExpired();

    @Message
    String saysRevoked();

    @Message
    String revokedBecause();

    @Message
    String lateText();

    @Message
    String assessmentDue();

    @Message
    String assessmentAsk();

    @Message
    String assessmentHint();

    @Message
    String proposed(Denial.ProposalKind kind);

    @Message
    String proposalWaits();

    @Message
    String proposalSentBack();

    @Message
    String proposalShort(Denial.ProposalKind kind);

    @Message
    String toRenew();

    @Message
    String toRevoke();

    @Message
    String toDecide();

    @Message
    String doneRenewalProposed();

    @Message
    String doneRevocationProposed();

    @Message
    String doneRenewed();

    @Message
    String doneDropped();

    @Message
    String doneRevoked();

    @Message
    String toVersions();

    @Message
    String opened();

    @Message
    String openedNone();

    @Message
    String openedFailed();

    @Message
    String openedOn(String day, int version);

    @Message
    String openedMore(int days);

    @Message
    String openedHint();

    @Message
    String anyUnderReview();

    @Message
    String anyWaiting();

    @Message
    String reviewOn(String day, String when);

    @Message
    String toDocument();

    @Message
    String nobodyTold();

    @Message
    String nobodyReads();

    @Message
    String doneApprovedForNobody();

    @Message
    String doneReleasedToNobody();
}
