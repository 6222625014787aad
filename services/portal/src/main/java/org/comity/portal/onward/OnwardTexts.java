package org.comity.portal.onward;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Onward;

/** The texts of onward release: {@code messages/onward.properties}. */
@MessageBundle("onward")
public interface OnwardTexts {

    @Message
    String title();

    @Message
    String view();

    @Message
    String lead();

    @Message
    String none();

    @Message
    String askTitle();

    @Message
    String askIntro();

    @Message
    String statesAsk();

    @Message
    String reasonAsk();

    @Message
    String reasonHint();

    @Message
    String askNow();

    @Message
    String toAsk();

    @Message
    String caption();

    @Message
    String denial();

    @Message
    String to();

    @Message
    String asked();

    @Message
    String state();

    @Message
    String see();

    @Message
    String oneTitle();

    @Message
    String originator();

    @Message
    String requesting();

    @Message
    String wanted();

    @Message
    String reason();

    @Message
    String askedOn();

    @Message
    String answer();

    @Message
    String answeredOn();

    @Message
    String status(Onward.Status status);

    @Message
    String grantTitle();

    @Message
    String grantMeans();

    @Message
    String grantText();

    @Message
    String grantNow();

    @Message
    String refuseText();

    @Message
    String refuseNow();

    @Message
    String withdrawNow();

    @Message
    String approverAnswers();

    @Message
    String done(Onward.Status status);

    @Message
    String overtaken();

    @Message
    String pages();
}
