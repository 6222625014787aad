package org.comity.portal.discard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Denial;

/** The texts of throwing drafts away and of sending a file back: {@code messages/discard.properties}. */
@MessageBundle("discard")
public interface DiscardTexts {

    @Message
    String willBeLost();

    @Message
    String toDraft();

    @Message
    String draftTitle();

    @Message
    String draftContent();

    @Message
    String draftPersons();

    @Message
    String reference(String ref);

    @Message
    String draftStays();

    @Message
    String draftYes();

    @Message
    String toAmendment();

    @Message
    String amendmentTitle();

    @Message
    String amendmentContent();

    @Message
    String inForceStays();

    @Message
    String amendmentYes();

    @Message
    String toProposal(Denial.ProposalKind kind);

    @Message
    String proposalTitle(Denial.ProposalKind kind);

    @Message
    String proposalContent();

    @Message
    String toCorrection();

    @Message
    String correctionTitle();

    @Message
    String correctionContent();

    @Message
    String releasedStays();

    @Message
    String correctionYes();

    @Message
    String consultationContent();

    @Message
    String consultationNotes();

    @Message
    String goneTitle();

    @Message
    String goneText(String ref);

    @Message
    String toDrafts();

    @Message
    String toFile();

    @Message
    String toFileDrafts();

    @Message
    String fileTitle();

    @Message
    String fileDraftsTitle();

    @Message
    String fileItself();

    @Message
    String fileDrafts();

    @Message
    String fileStays();

    @Message
    String filePersons();

    @Message
    String fileNothing();

    @Message
    String fileYes();

    @Message
    String fileDraftsYes();

    @Message
    String fileGone();

    @Message
    String stay(int count);

    @Message
    String thrownAway();

    @Message
    String toSendBack();

    @Message
    String sendBackTitle();

    @Message
    String sendBackText();

    @Message
    String sendBackAsk();

    @Message
    String sendBackNow();

    @Message
    String sentBack();
}
