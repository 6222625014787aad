package org.comity.denials.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The header of a denial, which every reader of it may see. */
@Entity
@DynamicUpdate
@Table(name = "denial")
class DenialEntity {

    @Id
    private UUID id;

    private String ref;

    @Column(name = "originator_state")
    private String originatorState;

    @Enumerated(EnumType.STRING)
    private DenialStatus status;

    private int version;

    /** What every reader of it gets, and what SQL searches it by: the columns of that are made by the database. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private DraftDenial content;

    /** When it was approved, and came into force. */
    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    /** When the first other state was told of it. */
    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @Column(name = "review_due")
    private @Nullable LocalDate reviewDue;

    @Column(name = "review_reminder_on")
    private @Nullable LocalDate reviewReminderOn;

    @Column(name = "renewal_count")
    private int renewalCount;

    @Column(name = "content_at")
    private Instant contentAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DenialEntity() {}

    DenialEntity(
            UUID id, String ref, StateCode originator, DraftDenial content, DenialNotification procedure, Instant at) {
        this.id = id;
        this.ref = ref;
        this.originatorState = originator.value();
        this.status = DenialStatus.DRAFT;
        this.content = DraftDenial.NOTHING;
        apply(content, procedure, at);
    }

    /** Takes over what all readers get of the content, and works out what follows from it. */
    final void apply(DraftDenial whole, DenialNotification procedure, Instant at) {
        boolean shown = content.validFrom() != null;
        release(whole);
        LocalDate validFrom = content.validFrom();
        if (renewalCount == 0 || shown && validFrom == null) {
            // Once renewed, an amendment moves the review no more, but to hide the day that it was counted from.
            countFrom(validFrom != null || notifiedAt == null ? validFrom : day(firstDay(notifiedAt)), procedure);
        }
        contentAt = at;
    }

    /** When its review is due, after the first term and as many as it was renewed for. */
    private void countFrom(@Nullable LocalDate from, DenialNotification procedure) {
        reviewDue = from;
        for (int term = 0; reviewDue != null && term <= renewalCount; term++) {
            reviewDue = procedure.reviewDue(reviewDue);
        }
        reviewReminderOn = reviewDue == null ? null : procedure.remindOn(reviewDue);
    }

    /** When readers got it; as long as there are none, when it was approved. */
    private Instant firstDay(Instant approvedAt) {
        return toldAt == null ? approvedAt : toldAt;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Takes over the header, of which readers may see more or less than before. */
    private boolean release(DraftDenial whole) {
        DraftDenial header = whole.header();
        boolean seen = !header.equals(content);
        content = header;
        return seen;
    }

    /** The release changed, and with it what a reader sees of the label. */
    void releasedAnew(DraftDenial whole, Instant at) {
        if (release(whole)) {
            contentAt = at;
        }
    }

    /** The content is notified: for the first time, or amended. */
    void notified(DenialNotification procedure, Instant at) {
        version++;
        if (notifiedAt == null) {
            notifiedAt = at;
            status = DenialStatus.NOTIFIED;
            if (content.validFrom() == null) {
                // The day of the decision is withheld: the review counts from the day on which readers got it.
                countFrom(day(at), procedure);
            }
        } else {
            status = reviewDue == null || reviewReminderOn == null
                    ? DenialStatus.AMENDED
                    : ReviewClock.amended(status, reviewReminderOn, reviewDue, day(at));
        }
        contentAt = at;
    }

    /**
     * Other states are told of it: with that it counts as notified.
     *
     * @return whether they are the first
     */
    boolean told(DenialNotification procedure, Instant at) {
        if (toldAt != null) {
            return false;
        }
        toldAt = at;
        if (content.validFrom() == null && renewalCount == 0) {
            countFrom(day(at), procedure);
        }
        contentAt = at;
        return true;
    }

    /** It is kept for another term, which counts from the end of the last one, overdue or not. */
    void renewed(DenialNotification procedure, Instant at) {
        renewalCount++;
        version++;
        status = DenialStatus.RENEWED;
        reviewDue = procedure.reviewDue(java.util.Objects.requireNonNull(reviewDue));
        reviewReminderOn = procedure.remindOn(reviewDue);
        contentAt = at;
    }

    /** It is in force no longer; what it said stays. */
    void revoked(Instant at) {
        status = DenialStatus.REVOKED;
        contentAt = at;
        endedAt = at;
    }

    /** What was taken over changes nothing that a reader sees. */
    void unchangedSince(Instant at) {
        contentAt = at;
    }

    void status(DenialStatus next) {
        status = next;
    }

    UUID id() {
        return id;
    }

    String ref() {
        return ref;
    }

    StateCode originator() {
        return new StateCode(originatorState);
    }

    DenialStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    /** What all its readers get: what counts where nothing is said is put in, and of the release it has the mode. */
    DraftDenial content() {
        return content;
    }

    @Nullable
    Instant notifiedAt() {
        return notifiedAt;
    }

    @Nullable
    Instant toldAt() {
        return toldAt;
    }

    @Nullable
    LocalDate reviewDue() {
        return reviewDue;
    }

    int renewalCount() {
        return renewalCount;
    }

    Instant contentAt() {
        return contentAt;
    }
}
