package org.comity.portal.api;

import java.util.Arrays;
import java.util.List;

/** The code lists of consultations; a test compares them with {@code openapi/}. */
public final class ConsultationCodes {

    private ConsultationCodes() {}

    /** What is asked. */
    public enum Type {
        NO_UNDERCUT,
        LOCATION,
        ESSENTIAL_INTEREST;

        /** Whether a grant may ask for a notice to other states. */
        public boolean hasNotice() {
            return this != LOCATION;
        }

        /** What a consulted state may answer. */
        public List<Answer> answers() {
            return this == NO_UNDERCUT
                    ? List.of(Answer.IDENTICAL, Answer.NOT_IDENTICAL)
                    : List.of(Answer.OBJECTION, Answer.NO_OBJECTION);
        }
    }

    /** What is told other states of a grant, or of a transit that is allowed. */
    public enum NoticeKind {
        /** In spite of denials, to those that may read one. */
        UNDERCUT,
        /** After a consultation on essential interests, to all. */
        INTEREST
    }

    /** Where a consultation stands, as far as its reader can see. */
    public enum Status {
        DRAFT,
        NATIONAL_APPROVAL,
        REQUESTED,
        DECISION_PENDING,
        DENIED,
        GRANTED,
        TRANSIT_ALLOWED,
        WITHDRAWN,
        CLOSED;

        /** Not yet requested: for the requesting desk alone. */
        public boolean isDraft() {
            return this == DRAFT || this == NATIONAL_APPROVAL;
        }

        /** Requested, and not decided. */
        public boolean isOpen() {
            return this == REQUESTED || this == DECISION_PENDING;
        }

        /** Those of a decision that lets the goods go. */
        public static List<Status> letting() {
            return Arrays.stream(Outcome.values())
                    .filter(Outcome::lets)
                    .map(it -> valueOf(it.name()))
                    .toList();
        }

        /** All but some. */
        public static List<Status> others(Status... these) {
            return Arrays.stream(values())
                    .filter(it -> !List.of(these).contains(it))
                    .toList();
        }
    }

    /** Whose it is. */
    public enum Role {
        SENT,
        RECEIVED,
        NOTIFIED
    }

    /** Where a thread stands. */
    public enum ThreadStatus {
        REQUESTED,
        NEED_MORE,
        REPLIED_IDENTICAL,
        REPLIED_NOT_IDENTICAL,
        REPLIED_OBJECTION,
        REPLIED_NO_OBJECTION,
        DEEMED_NOT_IDENTICAL,
        DEEMED_NO_OBJECTION,
        ENDED;

        /** Waits for a reply. */
        public boolean isOpen() {
            return this == REQUESTED || this == NEED_MORE;
        }

        /** Silence was taken for an answer. */
        public boolean isDeemed() {
            return this == DEEMED_NOT_IDENTICAL || this == DEEMED_NO_OBJECTION;
        }
    }

    /** What a consulted state answers. */
    public enum Answer {
        IDENTICAL,
        NOT_IDENTICAL,
        OBJECTION,
        NO_OBJECTION
    }

    /** What waits for the reader's own desk. */
    public enum Awaits {
        APPROVAL,
        MORE,
        EXTENSION,
        REPLY,
        DECISION,
        NOTICE
    }

    /** How the requesting state decided. */
    public enum Outcome {
        DENIED,
        GRANTED,
        TRANSIT_ALLOWED,
        WITHDRAWN;

        /** Whether the goods may go, which is explained, and may ask for a notice to other states. */
        public boolean lets() {
            return this == GRANTED || this == TRANSIT_ALLOWED;
        }
    }

    /** What one party said to the other. */
    public enum Said {
        MORE_ASKED,
        MORE_GIVEN,
        EXTENSION_PROPOSED,
        EXTENSION_AGREED,
        EXTENSION_DECLINED,
        REPLIED
    }

    /** A move about an extension. */
    public enum Move {
        PROPOSE,
        AGREE,
        DECLINE
    }
}
