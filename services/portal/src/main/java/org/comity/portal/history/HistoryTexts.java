package org.comity.portal.history;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.History;

/** The texts on versions of a denial and what is different between them: {@code messages/history.properties}. */
@MessageBundle("history")
public interface HistoryTexts {

    @Message
    String title();

    @Message
    String lead();

    @Message
    String none();

    @Message
    String version(int version);

    @Message
    String current();

    @Message
    String first();

    @Message
    String see(int version);

    @Message
    String seeFirst();

    @Message
    String toVersions();

    @Message
    String changesTitle(int version);

    @Message
    String changesFirst();

    @Message
    String since();

    @Message
    String nothingBefore();

    @Message
    String compare();

    @Message
    String caption(int earlier, int later);

    @Message
    String captionFirst();

    @Message
    String field();

    @Message
    String kindTitle();

    @Message
    String kind(History.ChangeKind kind);

    @Message
    String nothing();

    @Message
    String same();

    @Message
    String entry(String label, String field);

    @Message
    String line(String field, String value);

    @Message
    String yes();

    @Message
    String no();

    @Message
    String annex();

    @Message
    String externalRefs();

    @Message
    String system();

    @Message
    String ref();

    @Message
    String type();
}
