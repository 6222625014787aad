package org.comity.portal.consultation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.ConsultationCodes.NoticeKind;

/** The texts of notices of grants, by their kind: {@code messages/notice.properties}. */
@MessageBundle("notice")
public interface NoticeTexts {

    @Message
    String card(NoticeKind kind);

    @Message
    String toSend(NoticeKind kind);

    @Message
    String title(NoticeKind kind);

    @Message
    String introUndercut(boolean transit);

    @Message
    String introInterest(boolean transit);

    @Message
    String hint(NoticeKind kind);

    @Message
    String decideUndercut(int preferred, int latest);

    @Message
    String decideInterest(int preferred, int latest);

    @Message
    String leadUndercut(String state, boolean transit);

    @Message
    String leadInterest(String state, boolean transit);

    @Message
    String destination();

    @Message
    String items();
}
