package org.comity.portal.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Codes;

/** The texts of "Who saw what": {@code messages/access.properties}. */
@MessageBundle("access")
public interface AccessTexts {

    @Message
    String title();

    @Message
    String people();

    @Message
    String peopleLead();

    @Message
    String states();

    @Message
    String statesLead();

    @Message
    String views();

    @Message
    String filterLabel();

    @Message
    String person();

    @Message
    String personHint();

    @Message
    String from();

    @Message
    String to();

    @Message
    String dayHint();

    @Message
    String wrongDay();

    @Message
    String toBeforeFrom();

    @Message
    String decision();

    @Message
    String anyDecision();

    @Message
    String apply();

    @Message
    String when();

    @Message
    String what();

    @Message
    String record();

    @Message
    String records(int count);

    @Message
    String none();

    @Message
    String noneFiltered();

    @Message
    String peopleCaption();

    @Message
    String statesCaption();

    @Message
    String state();

    @Message
    String day();

    @Message
    String version();

    @Message
    String noneOpened();

    @Message
    String pages();

    @Message
    String other(String method, String path);

    @Message
    String action(Action action);

    @Message
    String outcome(Codes.AccessDecision outcome);

    @Message
    String recordFilter();

    @Message
    String recordFilterHint();

    @Message
    String onlyThis();

    @Message
    String csv();

    @Message
    String csvStates();

    @Message
    String tooMany(String count);

    @Message
    String csvWhen();

    @Message
    String csvClient();

    @Message
    String csvRoles();

    @Message
    String csvMethod();

    @Message
    String csvPath();

    @Message
    String oneRecord();

    @Message
    String narrowed();
}
