package org.comity.portal.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of "My work": {@code messages/home.properties}. */
@MessageBundle("home")
public interface HomeTexts {

    @Message
    String title();

    @Message
    String failed();

    @Message
    String again();

    @Message
    String answers();

    @Message
    String answersNone();

    @Message
    String answersMore();

    @Message
    String asked();

    @Message
    String askedNone();

    @Message
    String askedMore();

    @Message
    String approvals();

    @Message
    String approvalsNone();

    @Message
    String approvalsMore();

    @Message
    String drafts();

    @Message
    String draftsNone();

    @Message
    String draftsMore();

    @Message
    String submitted();

    @Message
    String submittedNone();

    @Message
    String submittedMore();

    @Message
    String latest();

    @Message
    String latestNone();

    @Message
    String latestMore();

    @Message
    String from(String state, String day);

    @Message
    String submittedBy(String name);

    @Message
    String saved(String when);

    @Message
    String reviews();

    @Message
    String reviewsMore();

    @Message
    String files();

    @Message
    String filesMore();

    @Message
    String fileOf(String name, String when);

    @Message
    String proposedBy(String what, String name);

    @Message
    String notices();

    @Message
    String noticeBy(String preferred, String latest, String when);

    @Message
    String noticeLate(String latest, String when);

    @Message
    String assessments();

    @Message
    String assessmentNote();

    @Message
    String returns();

    @Message
    String returnsMore();

    @Message
    String figures();

    @Message
    String figuresMore();

    @Message
    String figuresWait();

    @Message
    String figuresSum(String count);

    @Message
    String proposedByName(String name);
}
