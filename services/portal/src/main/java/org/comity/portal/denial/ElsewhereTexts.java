package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of references to other records of a case: {@code messages/elsewhere.properties}. */
@MessageBundle("elsewhere")
public interface ElsewhereTexts {

    @Message
    String ask();

    @Message
    String hint();

    @Message
    String systemAsk(int number);

    @Message
    String refAsk(int number);

    @Message
    String none();

    @Message
    String supersedesAsk();

    @Message
    String supersedesHint();
}
