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
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ValidityPolicy;
import org.comity.denials.content.Withheld;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The header of a denial, which every reader of it may see. */
@Entity
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

    @Enumerated(EnumType.STRING)
    private @Nullable DenialKind kind;

    @Column(name = "decision_date")
    private @Nullable LocalDate decisionDate;

    /** When it was approved, and came into force. */
    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    /** When the first other state was told of it. */
    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DenialBasis basis;

    @Column(name = "destination_state")
    private @Nullable String destinationState;

    @Column(name = "transit_states")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> transitStates;

    @Column(name = "validity_policy")
    @Enumerated(EnumType.STRING)
    private ValidityPolicy validityPolicy;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "review_due")
    private @Nullable LocalDate reviewDue;

    @Column(name = "review_reminder_on")
    private @Nullable LocalDate reviewReminderOn;

    @Column(name = "renewal_count")
    private int renewalCount;

    @Column(name = "suspension_ends_on")
    private @Nullable LocalDate suspensionEndsOn;

    @Enumerated(EnumType.STRING)
    private Tlp tlp;

    @Column(name = "release_mode")
    @Enumerated(EnumType.STRING)
    private @Nullable ReleaseMode releaseMode;

    @Column(name = "permitted_use")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permittedUse;

    @Enumerated(EnumType.STRING)
    private Provenance provenance;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> caveats;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Withheld> withheld;

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
        apply(content, procedure, at);
    }

    /** Takes over what readers may get of the content, and works out what follows from it. */
    final void apply(DraftDenial whole, DenialNotification procedure, Instant at) {
        DraftDenial content = whole.shared();
        kind = content.kind();
        decisionDate = content.decisionDate();
        basis = content.basis();
        destinationState = content.destinationState() == null
                ? null
                : content.destinationState().value();
        transitStates = content.transitStates().stream().map(StateCode::value).toList();
        validityPolicy = content.validityPolicyOrDefault();
        boolean shown = validFrom != null;
        validFrom = content.validFrom() != null ? content.validFrom() : content.decisionDate();
        if (renewalCount == 0 || shown && validFrom == null) {
            // Once renewed, an amendment moves the review no more, but to hide the day that it was counted from.
            countFrom(validFrom != null || notifiedAt == null ? validFrom : day(firstDay(notifiedAt)), procedure);
        }
        suspensionEndsOn = content.suspensionEndsOn();
        provenance = content.provenanceOrDefault();
        caveats = content.caveats();
        withheld = content.withheld();
        contentAt = at;
        release(content);
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

    /** Takes over how the content is released. */
    final void release(DraftDenial content) {
        tlp = content.tlpOrDefault();
        releaseMode =
                content.releasability() == null ? null : content.releasability().mode();
        permittedUse =
                content.permittedUseOrDefault().stream().map(PermittedUse::name).toList();
    }

    /** The release changed, and with it what a reader sees of the label. */
    void releasedAnew(DraftDenial content, Instant at) {
        boolean seen = tlp != content.tlpOrDefault()
                || releaseMode != content.releaseOrDefault().mode()
                || !permittedUse().equals(content.permittedUseOrDefault());
        release(content);
        if (seen) {
            contentAt = at;
        }
    }

    /** The content is notified: for the first time, or amended. */
    void notified(DenialNotification procedure, Instant at) {
        version++;
        if (notifiedAt == null) {
            notifiedAt = at;
            status = DenialStatus.NOTIFIED;
            if (validFrom == null) {
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
        if (validFrom == null && renewalCount == 0) {
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

    @Nullable
    DenialKind kind() {
        return kind;
    }

    @Nullable
    LocalDate decisionDate() {
        return decisionDate;
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
    DenialBasis basis() {
        return basis;
    }

    @Nullable
    StateCode destination() {
        return destinationState == null ? null : new StateCode(destinationState);
    }

    List<StateCode> transitStates() {
        return transitStates.stream().map(StateCode::new).toList();
    }

    ValidityPolicy validityPolicy() {
        return validityPolicy;
    }

    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate reviewDue() {
        return reviewDue;
    }

    int renewalCount() {
        return renewalCount;
    }

    @Nullable
    LocalDate suspensionEndsOn() {
        return suspensionEndsOn;
    }

    Tlp tlp() {
        return tlp;
    }

    /** Null in a draft, as long as nobody has chosen. */
    @Nullable
    ReleaseMode releaseMode() {
        return releaseMode;
    }

    List<PermittedUse> permittedUse() {
        return permittedUse.stream().map(PermittedUse::valueOf).toList();
    }

    Provenance provenance() {
        return provenance;
    }

    List<String> caveats() {
        return caveats;
    }

    List<Withheld> withheld() {
        return withheld;
    }

    Instant contentAt() {
        return contentAt;
    }
}
