package org.comity.portal.figures;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Statistics;

/** The texts of a state's own figures: {@code messages/figures.properties}. */
@MessageBundle("figures")
public interface FigureTexts {

    @Message
    String title();

    @Message
    String view();

    @Message
    String lead();

    @Message
    String proposeTitle();

    @Message
    String proposeText();

    @Message
    String year();

    @Message
    String propose();

    @Message
    String noYear();

    @Message
    String caption();

    @Message
    String status();

    @Message
    String denials();

    @Message
    String proposed();

    @Message
    String approved();

    @Message
    String see();

    @Message
    String none();

    @Message
    String statusOf(Statistics.Status status);

    @Message
    String published();

    @Message
    String oneTitle(String year);

    @Message
    String back();

    @Message
    String sum(String count);

    @Message
    String waitsForOther();

    @Message
    String waitsForApprover();

    @Message
    String approveText();

    @Message
    String approve();

    @Message
    String anew();

    @Message
    String stands();

    @Message
    String inTable();

    @Message
    String toTable();

    @Message
    String notInTable();

    @Message
    String proposedOn(String name, String moment);

    @Message
    String proposedBy();

    @Message
    String approvedBy();

    @Message
    String about();

    @Message
    String doneProposed();

    @Message
    String doneApproved();

    @Message
    String overtaken();

    @Message
    String samePerson();

    @Message
    String noDenials();
}
