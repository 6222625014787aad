package org.comity.registry.state;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.ReleaseMode;
import org.comity.registry.content.StateDefaults;
import org.comity.registry.content.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A state, without what it has several of.
 *
 * <p>Its version is part of the record and of its events, so it is counted here and not by {@code @Version}: whoever
 * changes a state holds the lock on its row from the first look to the commit.
 */
@Entity
@Table(name = "state")
class StateEntity {

    @Id
    private String iso2;

    private int version;

    private String name;

    @Column(name = "official_name")
    private @Nullable String officialName;

    @Column(name = "status_note")
    private @Nullable String statusNote;

    @Column(name = "eligibility_basis")
    private @Nullable String eligibilityBasis;

    @Column(name = "default_release")
    @Enumerated(EnumType.STRING)
    private ReleaseMode defaultRelease;

    @Column(name = "default_tlp")
    @Enumerated(EnumType.STRING)
    private Tlp defaultTlp;

    private String zone;

    @Enumerated(EnumType.STRING)
    private StateStatus status;

    @Column(name = "subscribed_on")
    private @Nullable LocalDate subscribedOn;

    private @Nullable String declaration;

    @Column(name = "suspended_because")
    private @Nullable String suspendedBecause;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "announced_version")
    private int announcedVersion;

    @SuppressWarnings("NullAway") // for Hibernate
    protected StateEntity() {}

    StateEntity(StateCode code, EditStateRequest content, String zone) {
        this.iso2 = code.value();
        this.zone = zone;
        apply(content);
        live(new StateLife.Interested());
    }

    /** Takes over what the secretariat says. */
    final void apply(EditStateRequest content) {
        name = content.name();
        officialName = content.officialName();
        statusNote = content.statusNote();
        eligibilityBasis = content.eligibilityBasis();
        defaultRelease = content.defaults().release();
        defaultTlp = content.defaults().tlp();
    }

    void zone(String next) {
        zone = next;
    }

    /** Where the state stands from now on. */
    final void live(StateLife life) {
        Optional<StateLife.Subscription> subscription = life.subscription();
        status = life.status();
        subscribedOn = subscription.map(StateLife.Subscription::on).orElse(null);
        declaration = subscription.flatMap(StateLife.Subscription::declaration).orElse(null);
        suspendedBecause = life instanceof StateLife.AccessSuspended suspended ? suspended.because() : null;
        withdrawnOn = life instanceof StateLife.Withdrawn withdrawn ? withdrawn.on() : null;
        withdrawnBecause = life instanceof StateLife.Withdrawn withdrawn ? withdrawn.because() : null;
    }

    StateLife life() {
        return switch (status) {
            case INTERESTED -> new StateLife.Interested();
            case SUBSCRIBED -> new StateLife.Subscribed(subscription().orElseThrow());
            case ACCESS_SUSPENDED ->
                new StateLife.AccessSuspended(subscription().orElseThrow(), Objects.requireNonNull(suspendedBecause));
            case WITHDRAWN ->
                new StateLife.Withdrawn(
                        subscription(), Objects.requireNonNull(withdrawnOn), Objects.requireNonNull(withdrawnBecause));
        };
    }

    private Optional<StateLife.Subscription> subscription() {
        return subscribedOn == null
                ? Optional.empty()
                : Optional.of(new StateLife.Subscription(subscribedOn, Optional.ofNullable(declaration)));
    }

    /** The record has changed, and the event that says so is about to be written. */
    void changed(Instant at) {
        version++;
        updatedAt = at;
        announced();
    }

    /** The outbox has this version. */
    void announced() {
        announcedVersion = version;
    }

    StateCode code() {
        return new StateCode(iso2);
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    @Nullable
    String officialName() {
        return officialName;
    }

    @Nullable
    String statusNote() {
        return statusNote;
    }

    @Nullable
    String eligibilityBasis() {
        return eligibilityBasis;
    }

    StateDefaults defaults() {
        return new StateDefaults(defaultRelease, defaultTlp);
    }

    String zone() {
        return zone;
    }

    StateStatus status() {
        return status;
    }

    @Nullable
    LocalDate subscribedOn() {
        return subscribedOn;
    }

    @Nullable
    LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
