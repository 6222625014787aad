package org.comity.portal.proposal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Denial;

/** The texts of renewing and revoking a denial: {@code messages/proposal.properties}. */
@MessageBundle("proposal")
public interface ProposalTexts {

    @Message
    String renewTitle();

    @Message
    String renewIntro(String from);

    @Message
    String renewCount(int count);

    @Message
    String renewNoDay();

    @Message
    String groundsAsk();

    @Message
    String groundsAskOptional();

    @Message
    String groundsHint();

    @Message
    String groundsHintNeeded();

    @Message
    String renewNow();

    @Message
    String revokeTitle();

    @Message
    String revokeIntro();

    @Message
    String reasonAsk();

    @Message
    String reasonHint();

    @Message
    String revokeNow();

    @Message
    String instead(String what);

    @Message
    String decideTitle(Denial.ProposalKind kind);

    @Message
    String grounds();

    @Message
    String reason();

    @Message
    String noGrounds();

    @Message
    String reviewWas();

    @Message
    String renewals();

    @Message
    String proposedBy();

    @Message
    String means(Denial.ProposalKind kind);

    @Message
    String approve(Denial.ProposalKind kind);
}
