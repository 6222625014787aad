package org.comity.portal.consultation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of drafting a consultation: {@code messages/consulting.properties}. */
@MessageBundle("consulting")
public interface DraftTexts {

    @Message
    String title();

    @Message
    String startIntro();

    @Message
    String startFrom(String ref, String state);

    @Message
    String start();

    @Message
    String tasksSaved();

    @Message
    String tasksSubmitted();

    @Message
    String groupAsk();

    @Message
    String groupTransaction();

    @Message
    String groupWhom();

    @Message
    String groupSend();

    @Message
    String taskType();

    @Message
    String taskTypeHint();

    @Message
    String taskQuestion();

    @Message
    String taskQuestionHint();

    @Message
    String taskItems();

    @Message
    String taskItemsHint();

    @Message
    String taskParties();

    @Message
    String taskPartiesHint();

    @Message
    String taskTransaction();

    @Message
    String taskTransactionHint();

    @Message
    String taskStates();

    @Message
    String taskStatesHint();

    @Message
    String taskCite(String state);

    @Message
    String taskCiteHint();

    @Message
    String taskOwn();

    @Message
    String taskOwnHint();

    @Message
    String taskCheck();

    @Message
    String taskCheckHint();

    @Message
    String done();

    @Message
    String optional();

    @Message
    String count(int count);

    @Message
    String typeTitle();

    @Message
    String typeAsk();

    @Message
    String questionTitle();

    @Message
    String questionAsk();

    @Message
    String questionHint();

    @Message
    String questionExample();

    @Message
    String tlpAsk();

    @Message
    String tlpHint();

    @Message
    String itemsTitle();

    @Message
    String partiesTitle();

    @Message
    String partyNew();

    @Message
    String partyChange(String name);

    @Message
    String transactionTitle();

    @Message
    String statesTitle();

    @Message
    String statesAsk();

    @Message
    String statesHint();

    @Message
    String citeTitle(String state);

    @Message
    String citeIntro(String state);

    @Message
    String citeTheirs(String state);

    @Message
    String citeOurs();

    @Message
    String citeOursHint(String state);

    @Message
    String citeNone(String state);

    @Message
    String citeNoneText();

    @Message
    String citeHint();

    @Message
    String citeKept();

    @Message
    String ownTitle();

    @Message
    String ownIntro();

    @Message
    String ownRef();

    @Message
    String checkTitle();

    @Message
    String change();

    @Message
    String addItem();

    @Message
    String addParty();

    @Message
    String none();

    @Message
    String submitTitle();

    @Message
    String submitText();

    @Message
    String submit();

    @Message
    String draftTitle();

    @Message
    String statesCarry();
}
