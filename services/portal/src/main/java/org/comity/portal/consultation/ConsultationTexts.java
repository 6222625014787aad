package org.comity.portal.consultation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.comity.portal.api.ConsultationCodes;

/** The texts of consultations and their threads: {@code messages/consultation.properties}. */
@MessageBundle("consultation")
public interface ConsultationTexts {

    @Message
    String listTitle();

    @Message
    String newOne();

    @Message
    String consultOriginator();

    @Message
    String views();

    @Message
    String view(ListView view);

    @Message
    String lead(ListView view);

    @Message
    String empty(ListView view);

    @Message
    String toDenials();

    @Message
    String toAnswer();

    @Message
    String caption();

    @Message
    String reference();

    @Message
    String status();

    @Message
    String otherStates();

    @Message
    String items();

    @Message
    String destination();

    @Message
    String deadline();

    @Message
    String asksUs(String state);

    @Message
    String asksThem(String states);

    @Message
    String grants(String state, boolean transit);

    @Message
    String noStates();

    @Message
    String filterLabel();

    @Message
    String noMatches();

    @Message
    String notGiven();

    @Message
    String pages();

    @Message
    String dueSoon(String day, int days);

    @Message
    String dueUncounted(String day);

    @Message
    String dueToday(String day);

    @Message
    String dueLate();

    @Message
    String duePassed(String day);

    @Message
    String dueOwnClock(String zone);

    @Message
    String dueTheirClock(String state, String zone);

    @Message
    String ownDeadline(String day, String zone, int days);

    @Message
    String ownDeadlineUncounted(String day, String zone);

    @Message
    String ownDeadlineToday(String day, String zone);

    @Message
    String ownDeadlinePassed(String day, String zone);

    @Message
    String theirDeadline(String state, String day, String zone, int days);

    @Message
    String theirDeadlineUncounted(String state, String day, String zone);

    @Message
    String theirDeadlineToday(String state, String day, String zone);

    @Message
    String theirDeadlinePassed(String state, String day, String zone);

    @Message
    String onYourClock(String moment);

    @Message
    String extendedBy(int days);

    @Message
    String silence(ConsultationCodes.Answer silence);

    @Message
    String type(ConsultationCodes.Type type);

    @Message
    String typeHint(ConsultationCodes.Type type);

    @Message
    String statusOf(ConsultationCodes.Status status);

    @Message
    String threadStatus(ConsultationCodes.ThreadStatus status);

    @Message
    String answer(ConsultationCodes.Answer answer);

    @Message
    String answerHint(ConsultationCodes.Answer answer);

    @Message
    String outcome(ConsultationCodes.Outcome outcome);

    @Message
    String awaits(ConsultationCodes.Awaits awaits);

    @Message
    String backToList();

    @Message
    String back(String ref);

    @Message
    String headline(String type, String item);

    @Message
    String headlineTo(String type, String item, String destination);

    @Message
    String headlineNoItem(String type);

    @Message
    String headlineMore(String item, int others);

    @Message
    String neverBlocks();

    @Message
    String draftOnly();

    @Message
    String returned();

    @Message
    String submittedBy(String name, String when);

    @Message
    String anotherApprover();

    @Message
    String toDraft();

    @Message
    String toChange();

    @Message
    String toApprove();

    @Message
    String toReturn();

    @Message
    String toDecide();

    @Message
    String toWithdraw();

    @Message
    String toClose();

    @Message
    String another();

    @Message
    String openNow(String states);

    @Message
    String cardFacts();

    @Message
    String asker();

    @Message
    String asked();

    @Message
    String typeOf();

    @Message
    String procedure();

    @Message
    String procedureText(int version, int replyDays, int extensionDays);

    @Message
    String marking();

    @Message
    String updated();

    @Message
    String internalRef();

    @Message
    String draftedBy();

    @Message
    String approvedBy();

    @Message
    String decidedBy();

    @Message
    String cardAnnex();

    @Message
    String exporter();

    @Message
    String exporterAddress();

    @Message
    String value();

    @Message
    String note();

    @Message
    String question();

    @Message
    String transaction();

    @Message
    String noItems();

    @Message
    String noParties();

    @Message
    String consulted();

    @Message
    String ownThread();

    @Message
    String citedTitle();

    @Message
    String noneCited();

    @Message
    String catchAll();

    @Message
    String voluntary();

    @Message
    String timeline();

    @Message
    String saidAsked(String state);

    @Message
    String saidMoreAsked(String state);

    @Message
    String saidMoreGiven(String state);

    @Message
    String saidProposed(String state);

    @Message
    String saidAgreed(String state);

    @Message
    String saidDeclined(String state);

    @Message
    String saidReply(String state, String answer);

    @Message
    String saidDays(int days);

    @Message
    String saidDeemed(String answer);

    @Message
    String late();

    @Message
    String lateNote();

    @Message
    String proposalTheirs(String state, int days);

    @Message
    String proposalOurs(int days);

    @Message
    String toReply();

    @Message
    String toReplyLate();

    @Message
    String toAsk();

    @Message
    String toAnswerMore();

    @Message
    String toExtend();

    @Message
    String toExtensionWord();

    @Message
    String cardOutcome();

    @Message
    String outcomeAt();

    @Message
    String explanation();

    @Message
    String closedAt();

    @Message
    String noticeDue();

    @Message
    String noticeBy(String preferred, String latest, long days);

    @Message
    String noticePast(String latest, long days);

    @Message
    String noticeSent();

    @Message
    String noticeReasons(boolean transit);

    @Message
    String noticeDenials();

    @Message
    String notesTitle(String state);

    @Message
    String notesOnly();

    @Message
    String noNotes();

    @Message
    String noteBy(String name, String when);

    @Message
    String noteEdited(String name, String when);

    @Message
    String noteAsk();

    @Message
    String noteHint();

    @Message
    String noteAdd();

    @Message
    String noteChange();

    @Message
    String noteChangeOf(String name);

    @Message
    String noteSave();

    @Message
    String noteConflict();

    @Message
    String noteConflictText();

    @Message
    String noteTheirs(String name, String when);

    @Message
    String noteMine();

    @Message
    String overtaken();

    @Message
    String overtakenText();

    @Message
    String overtakenLook();

    @Message
    String faultOf(String field, String fault);

    @Message
    String doneSubmitted();

    @Message
    String doneApproved();

    @Message
    String doneReturned();

    @Message
    String doneReplied();

    @Message
    String doneAsked();

    @Message
    String doneAnswered();

    @Message
    String doneProposed();

    @Message
    String doneAgreed();

    @Message
    String doneDeclined();

    @Message
    String doneDecided();

    @Message
    String doneWithdrawn();

    @Message
    String doneNotified();

    @Message
    String doneClosed();

    @Message
    String doneNoted();

    @Message
    String replyTitle(String state);

    @Message
    String replyIntro();

    @Message
    String replyLate();

    @Message
    String replyAsk();

    @Message
    String replyNeedMore();

    @Message
    String replyNeedMoreLink();

    @Message
    String replyText();

    @Message
    String replyTextHint();

    @Message
    String replySend();

    @Message
    String askTitle(String state);

    @Message
    String askIntro();

    @Message
    String askText();

    @Message
    String askSend();

    @Message
    String answerTitle(String state);

    @Message
    String answerAsked(String state);

    @Message
    String answerText();

    @Message
    String answerTextHint();

    @Message
    String answerSend();

    @Message
    String extendTitle();

    @Message
    String extendIntro(int days);

    @Message
    String extendDays();

    @Message
    String extendText();

    @Message
    String extendSend();

    @Message
    String wordTitle(String state);

    @Message
    String wordIntro(String state, int days);

    @Message
    String wordText();

    @Message
    String wordAgree();

    @Message
    String wordDecline();

    @Message
    String wholeNumber();

    @Message
    String decideTitle();

    @Message
    String decideIntro();

    @Message
    String decideOpen(String states);

    @Message
    String decideAsk();

    @Message
    String decideExplain();

    @Message
    String decideExplainHint();

    @Message
    String decideSend();

    @Message
    String withdrawTitle();

    @Message
    String withdrawIntro();

    @Message
    String withdrawSend();

    @Message
    String noticeAsk();

    @Message
    String noticeSend();

    @Message
    String closeTitle();

    @Message
    String closeIntro();

    @Message
    String closeSend();

    @Message
    String returnTitle();

    @Message
    String returnIntro();

    @Message
    String returnAsk();

    @Message
    String returnSend();

    @Message
    String approveTitle();

    @Message
    String approveMeans();

    @Message
    String approveSend();

    @Message
    String noClock();

    @Message
    String deadlineIs(String due, String clock);

    @Message
    String deadlineAhead(String day, String zone);
}
