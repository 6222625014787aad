package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts on the consultations that cite a denial: {@code messages/citing.properties}. */
@MessageBundle("citing")
public interface CitingTexts {

    @Message
    String title();

    @Message
    String failed();

    @Message
    String none();

    @Message
    String more();

    @Message
    String toConsultations();

    @Message
    String hint();
}
