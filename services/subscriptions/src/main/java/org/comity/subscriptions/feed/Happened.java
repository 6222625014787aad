package org.comity.subscriptions.feed;

import java.util.Arrays;
import java.util.Locale;

/** What happened to a record, for a desk that sees it. */
public enum Happened {
    /** The desk sees the record from now on, whatever happened to it. */
    NEW,
    /** A denial has new content. */
    AMENDED,
    /** The validity of a denial has ended. */
    EXPIRED,
    /** A suspension has ended, and its final assessment is owed. */
    FINAL_ASSESSMENT_DUE,
    /** The label or the permitted use of a record changed. */
    RELEASE_CHANGED,
    /** A denial is kept for another term. */
    RENEWED,
    /** The review of a denial is due soon. */
    REVIEW_DUE,
    /** The day of its review has passed. */
    REVIEW_OVERDUE,
    /** The originator ended a denial. */
    REVOKED,
    /** A consultation was opened. */
    REQUESTED,
    /** The consulted desk has the question. */
    ACKNOWLEDGED,
    /** The consulted state asked for more. */
    MORE_ASKED,
    /** The requesting state gave more. */
    MORE_GIVEN,
    /** More time is proposed. */
    EXTENSION_PROPOSED,
    /** More time is agreed. */
    EXTENDED,
    /** More time was declined. */
    EXTENSION_DECLINED,
    /** The deadline of a reply comes near. */
    REPLY_DUE,
    /** The consulted state replied. */
    REPLIED,
    /** The deadline passed in silence. */
    DEEMED,
    /** A denial that is cited has ended. */
    DENIAL_ENDED,
    /** The requesting state decided. */
    DECIDED,
    /** The day of a notice comes near. */
    NOTICE_DUE,
    /** An undercut notice was sent. */
    UNDERCUT_NOTIFIED,
    /** A notice about an essential interest was sent. */
    ESSENTIAL_INTEREST_NOTIFIED,
    /** A consultation was closed. */
    CLOSED,
    /** Onward release was asked for. */
    ASKED,
    /** A request was answered. */
    ANSWERED,
    /** A bulletin has a later version. */
    UPDATED,
    /** Its originator stands by a bulletin no longer. */
    WITHDRAWN,
    /** A bulletin was taken back. */
    RECALLED,
    /** The day until which a bulletin is valid is over. */
    LAPSED,
    /** A state said something of a bulletin. */
    COMMENTED,
    /** An alert is not acknowledged yet. */
    ACKNOWLEDGEMENT_DUE,
    /** A notice of several states is proposed for signature. */
    PROPOSED,
    /** A state signed a notice. */
    SIGNED,
    /** What a record was written from is no longer there. */
    SOURCE_GONE,
    /** The day of an answer comes near, or has passed. */
    ANSWER_DUE,
    /** Something else changed in what the desk sees. */
    CHANGED,
    /** The desk sees the record no longer, whatever happened to it. */
    REMOVED;

    /** What an event of this type tells: {@code AMENDED} of {@code org.comity.denials.denial.amended.v1}. */
    static Happened of(String type) {
        String[] parts = type.split("\\.");
        String told = parts[parts.length - 2].toUpperCase(Locale.ROOT).replace('-', '_');
        String word = told.equals("DUE") ? "ANSWER_DUE" : told;
        return Arrays.stream(values())
                .filter(happened -> happened.name().equals(word))
                .findFirst()
                .orElse(CHANGED);
    }

    /** Whether something falls due: it is told to those whose it is to do, whether or not they see a change. */
    boolean isDue() {
        return name().endsWith("_DUE");
    }
}
