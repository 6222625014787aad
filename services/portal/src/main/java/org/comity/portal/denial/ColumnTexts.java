package org.comity.portal.denial;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts on the columns of a list: {@code messages/columns.properties}. */
@MessageBundle("columns")
public interface ColumnTexts {

    @Message
    String choose();

    @Message
    String legend();

    @Message
    String hint();

    @Message
    String apply();

    @Message
    String usual();

    @Message
    String name(Column column);
}
