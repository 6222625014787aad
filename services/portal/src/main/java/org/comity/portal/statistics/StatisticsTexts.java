package org.comity.portal.statistics;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Statistics;

/** The texts of denials in sum, and of the public tables: {@code messages/statistics.properties}. */
@MessageBundle("statistics")
public interface StatisticsTexts {

    @Message
    String title();

    @Message
    String view();

    @Message
    String lead();

    @Message
    String filterLabel();

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
    String item();

    @Message
    String wrongItem();

    @Message
    String destination();

    @Message
    String originator();

    @Message
    String anyCountry();

    @Message
    String anyState();

    @Message
    String apply();

    @Message
    String sum(String count);

    @Message
    String sumOne();

    @Message
    String sumNone();

    @Message
    String failed();

    @Message
    String reasonsHint();

    @Message
    String keyNone();

    @Message
    String all(int count);

    @Message
    String caption(String by);

    @Message
    String denials();

    @Message
    String csv();

    @Message
    String overview();

    @Message
    String notNational();

    @Message
    String by(Statistics.By by);

    @Message
    String publicTitle();

    @Message
    String publicLead();

    @Message
    String publicNone();

    @Message
    String publicYear(String year);

    @Message
    String publicOut(String day, int states);

    @Message
    String publicSum(String count);

    @Message
    String publicSumSuppressed();

    @Message
    String suppressed();

    @Message
    String suppressedHint();

    @Message
    String publicDouble();

    @Message
    String publicDiscretion();

    @Message
    String publicYears();

    @Message
    String publicLink();

    @Message
    String toStart();

    @Message
    String year();

    @Message
    String publishedOn();

    @Message
    String statesSummed();

    @Message
    String sumOfAll();
}
