package org.comity.portal.returns;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.Returns;

/** The texts of half-yearly returns: {@code messages/returns.properties}. */
@MessageBundle("returns")
public interface ReturnTexts {

    @Message
    String view();

    @Message
    String title(String year);

    @Message
    String lead();

    @Message
    String years();

    @Message
    String own(String state);

    @Message
    String first(String year);

    @Message
    String second(String year);

    @Message
    String notOver(String day);

    @Message
    String notGiven();

    @Message
    String giveNil();

    @Message
    String giveAggregate();

    @Message
    String sentBack(String because);

    @Message
    String voidedNow();

    @Message
    String anew();

    @Message
    String see();

    @Message
    String caption(String year);

    @Message
    String state();

    @Message
    String firstShort();

    @Message
    String secondShort();

    @Message
    String none();

    @Message
    String noneHint();

    @Message
    String nil();

    @Message
    String aggregate(int lines);

    @Message
    String status(Returns.Status status);

    @Message
    String nilTitle(String period);

    @Message
    String nilText();

    @Message
    String nilTo(String to, String tlp);

    @Message
    String nilChange();

    @Message
    String nilNow();

    @Message
    String aggregateTitle(String period);

    @Message
    String aggregateText();

    @Message
    String lineTitle(int number);

    @Message
    String destination();

    @Message
    String entry();

    @Message
    String description();

    @Message
    String licences();

    @Message
    String units();

    @Message
    String unitsShown();

    @Message
    String reason();

    @Message
    String moreLines();

    @Message
    String release();

    @Message
    String submit();

    @Message
    String notWhole();

    @Message
    String noLines();

    @Message
    String toReturns();

    @Message
    String oneTitle(String state, String period);

    @Message
    String nothingDenied();

    @Message
    String linesCaption();

    @Message
    String noDuty();

    @Message
    String changedAt();

    @Message
    String givenBy();

    @Message
    String approvedBy();

    @Message
    String givenOn(String name, String when);

    @Message
    String about();

    @Message
    String kind();

    @Message
    String kindName(Returns.Kind kind);

    @Message
    String approveText();

    @Message
    String approve();

    @Message
    String approveOther();

    @Message
    String approveWaits();

    @Message
    String toSendBack();

    @Message
    String sendBackTitle();

    @Message
    String sendBackText();

    @Message
    String sendBackAsk();

    @Message
    String sendBackNow();

    @Message
    String doneGiven();

    @Message
    String doneReleased();

    @Message
    String doneSentBack();

    @Message
    String doneDropped();

    @Message
    String doneRelease();

    @Message
    String changeRelease();

    @Message
    String changeReleaseText();

    @Message
    String changeReleaseNow();

    @Message
    String overtaken();

    @Message
    String nilAfterAll();

    @Message
    String nilDenials(long count);

    @Message
    String nilBecauseAsk();

    @Message
    String nilBecauseHint();

    @Message
    String nilBecause();

    @Message
    String correctionTitle();

    @Message
    String correctIt();

    @Message
    String correctToNil();

    @Message
    String versionRow();

    @Message
    String corrected(int number);

    @Message
    String doneReleasedToNobody();

    @Message
    String denialsNow();
}
