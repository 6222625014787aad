package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of what comes once more before it takes effect: {@code messages/look.properties}. */
@MessageBundle("look")
public interface LookTexts {

    @Message
    String title();

    @Message
    String text();

    @Message
    String goOnApprove();

    @Message
    String goOnRelease();

    @Message
    String assessmentGoes();

    @Message
    String assessmentErase();

    @Message
    String assessmentNow();
}
