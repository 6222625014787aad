package org.comity.portal.tearline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the tear-line copy: {@code messages/tearline.properties}. */
@MessageBundle("tearline")
public interface TearlineTexts {

    @Message
    String toCopy();

    @Message
    String title(String ref);

    @Message
    String back();

    @Message
    String lead();

    @Message
    String leavesOut();

    @Message
    String consentReader(String state);

    @Message
    String consentOwn();

    @Message
    String toAsk();

    @Message
    String document();

    @Message
    String about();

    @Message
    String items();

    @Message
    String item(int number);

    @Message
    String entry();

    @Message
    String description();

    @Message
    String grounds();

    @Message
    String ground(int number);

    @Message
    String aboveTheLine();

    @Message
    String nothingAbove();

    @Message
    String noItems();

    @Message
    String noGrounds();

    @Message
    String withheld();

    @Message
    String handling();

    @Message
    String line();
}
