package org.comity.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts that all pages share, and those of the way in and out: {@code messages/msg.properties}. */
@MessageBundle
public interface Texts {

    @Message
    String product();

    @Message
    String skipToContent();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String demoBanner();

    @Message
    String menu();

    @Message
    String navHome();

    @Message
    String navDenials();

    @Message
    String navConsultations();

    @Message
    String navAccess();

    @Message
    String navLabel();

    @Message
    String footerWhat();

    @Message
    String footerNoDuty();

    @Message
    String back();

    @Message
    String problemTitle();

    @Message
    String errorPrefix();

    @Message
    String important();

    @Message
    String success();

    @Message
    String warning();

    @Message
    String choose();

    @Message
    String day();

    @Message
    String month();

    @Message
    String year();

    @Message
    String characterCount(int most);

    @Message
    String charactersUnderOne();

    @Message
    String charactersUnderOther();

    @Message
    String charactersOverOne();

    @Message
    String charactersOverOther();

    @Message
    String charactersAt();

    @Message
    String correlation(String id);

    // The landing page

    @Message
    String landingTitle();

    @Message
    String landingLead();

    @Message
    String landingContinue();

    @Message
    String landingPost();

    @Message
    String landingPostText();

    @Message
    String landingRead();

    @Message
    String landingReadText();

    @Message
    String landingWall();

    @Message
    String landingWallText();

    @Message
    String landingNoAccount();

    @Message
    String landingNoAccountText();

    @Message
    String landingCannot();

    @Message
    String landingCannotText();

    @Message
    String language();

    @Message
    String landingLanguageText();

    @Message
    String landingPublic();

    @Message
    String landingPublicText();

    @Message
    String landingDemo();

    @Message
    String landingDemoText();

    @Message
    String landingDemoOfficer();

    @Message
    String landingDemoApprover();

    @Message
    String landingDemoReader();

    @Message
    String landingDemoAnalyst();

    // Notices

    @Message
    String signedOutTitle();

    @Message
    String signedOutText();

    @Message
    String signInAgain();

    @Message
    String toHome();

    @Message
    String toDenials();

    @Message
    String toConsultations();

    @Message
    String toAccess();

    @Message
    String toStart();

    @Message
    String foreignTitle();

    @Message
    String foreignText();

    @Message
    String foreignWayOut();

    @Message
    String signInFailedTitle();

    @Message
    String signInFailedText();

    @Message
    String signInFailedWayOut();

    @Message
    String lapsedTitle();

    @Message
    String lapsedText();

    @Message
    String lapsedKept();

    @Message
    String lapsedStepOne();

    @Message
    String lapsedStepTwo();

    @Message
    String lapsedSignIn();

    @Message
    String lapsedSendAgain();

    @Message
    String lapsedBackTitle();

    @Message
    String lapsedBackText();

    @Message
    String endedTitle();

    @Message
    String endedText();

    @Message
    String endedWayOut();

    @Message
    String suspendedTitle();

    @Message
    String suspendedText();

    @Message
    String suspendedWayOut();

    @Message
    String notAllowedTitle();

    @Message
    String notAllowedText();

    @Message
    String notAllowedWayOut();

    @Message
    String auditorTitle();

    @Message
    String auditorText();

    @Message
    String noWorkTitle();

    @Message
    String noWorkText();

    @Message
    String unreadableText();

    @Message
    String tooLargeTitle();

    @Message
    String tooLargeText();

    @Message
    String busyTitle();

    @Message
    String busyText();

    @Message
    String notFoundTitle();

    @Message
    String notFoundText();

    @Message
    String notFoundWayOut();

    @Message
    String conflictTitle();

    @Message
    String conflictText();

    @Message
    String failedTitle();

    @Message
    String failedText();

    @Message
    String unansweredTitle();

    @Message
    String unansweredText();

    // A form that is given back

    @Message
    String savedNow();

    @Message
    String savedNothing();

    @Message
    String conflictWritten();

    @Message
    String keyReused();

    @Message
    String keptFailed();

    @Message
    String keptUnanswered();

    @Message
    String keptText();

    @Message
    String keptSendAgain();

    @Message
    String furtherPage();

    @Message
    String othersTitle(String who);

    @Message
    String othersText();

    @Message
    String othersKept();

    @Message
    String numberOfTwoReadings(String typed, String grouped, String typeGrouped, String decimal, String typeDecimal);

    @Message
    String notADate();

    @Message
    String notANumber();

    @Message
    String faultOf(String field, String fault);

    @Message
    String overtaken();

    @Message
    String overtakenText();

    @Message
    String overtakenReload();

    @Message
    String stepGone();

    @Message
    String stepImpossible(String detail);

    @Message
    String movedMeanwhile();

    @Message
    String overtakenSubmit();

    @Message
    String cancel();

    @Message
    String clearFilters();

    @Message
    String activeFilters();

    @Message
    String removeFilter();

    @Message
    String applyFilters();

    @Message
    String pages();

    @Message
    String previousPage();

    @Message
    String nextPage();

    @Message
    String notSaid();

    @Message
    String taskDone();

    @Message
    String taskToDo();

    @Message
    String taskOptional();

    @Message
    String taskLater();

    @Message
    String taskCount(int count);

    @Message
    String saveContinue();

    @Message
    String saveLater();

    @Message
    String goOn();

    @Message
    String removeAsk(String what);

    @Message
    String removeYes();

    @Message
    String goneMeanwhile();

    @Message
    String change();

    @Message
    String remove();

    @Message
    String changed();
}
