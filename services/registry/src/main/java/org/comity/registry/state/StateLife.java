package org.comity.registry.state;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a state stands, and where it may go from there. It knows no database and no caller's rights.
 *
 * <p>INTERESTED leads to SUBSCRIBED; SUBSCRIBED to ACCESS_SUSPENDED and back; from all three a state may withdraw, and a
 * state that has withdrawn stays so.
 *
 * <p>Source: domain 3.4; the Code is voluntary, so a state may leave at any time.
 *
 * <p>Rules: R-55.
 */
sealed interface StateLife {

    /** Considers subscribing. */
    record Interested() implements StateLife {}

    /** Subscribes. */
    record Subscribed(Subscription since) implements StateLife {}

    /** Subscribes, while its people and systems are shut out. */
    record AccessSuspended(Subscription since, String because) implements StateLife {}

    /**
     * Has left, or lost interest.
     *
     * @param since what it had subscribed to; empty if it never did
     * @param on the day on which it left
     */
    record Withdrawn(Optional<Subscription> since, LocalDate on, String because) implements StateLife {}

    /**
     * That a state subscribes.
     *
     * @param declaration where its declaration is filed; empty for the founding states, of which we do not know
     */
    record Subscription(LocalDate on, Optional<String> declaration) {}

    /** The state subscribes. */
    default Step subscribe(Subscription subscription) {
        return switch (this) {
            case Interested interested -> new Step.To(new Subscribed(subscription));
            case Subscribed subscribed -> new Step.Refused(StateProblem.ALREADY_SUBSCRIBED);
            case AccessSuspended suspended -> new Step.Refused(StateProblem.ALREADY_SUBSCRIBED);
            case Withdrawn withdrawn -> new Step.Refused(StateProblem.HAS_WITHDRAWN);
        };
    }

    /** The access of a subscribing state is suspended. */
    default Step suspend(String because) {
        return switch (this) {
            case Interested interested -> new Step.Refused(StateProblem.NOT_SUBSCRIBED);
            case Subscribed subscribed -> new Step.To(new AccessSuspended(subscribed.since(), because));
            case AccessSuspended suspended -> new Step.Refused(StateProblem.ALREADY_SUSPENDED);
            case Withdrawn withdrawn -> new Step.Refused(StateProblem.HAS_WITHDRAWN);
        };
    }

    /** The access of a suspended state is restored. */
    default Step reinstate() {
        return switch (this) {
            case Interested interested -> new Step.Refused(StateProblem.NOT_SUSPENDED);
            case Subscribed subscribed -> new Step.Refused(StateProblem.NOT_SUSPENDED);
            case AccessSuspended suspended -> new Step.To(new Subscribed(suspended.since()));
            case Withdrawn withdrawn -> new Step.Refused(StateProblem.HAS_WITHDRAWN);
        };
    }

    /** The state leaves, suspended or not, or loses its interest. */
    default Step withdraw(LocalDate on, String because) {
        return switch (this) {
            case Interested interested -> new Step.To(new Withdrawn(Optional.empty(), on, because));
            case Subscribed subscribed -> new Step.To(new Withdrawn(Optional.of(subscribed.since()), on, because));
            case AccessSuspended suspended -> new Step.To(new Withdrawn(Optional.of(suspended.since()), on, because));
            case Withdrawn withdrawn -> new Step.Refused(StateProblem.HAS_WITHDRAWN);
        };
    }

    /** Its subscription, as long as or since it subscribed. */
    default Optional<Subscription> subscription() {
        return switch (this) {
            case Interested interested -> Optional.empty();
            case Subscribed subscribed -> Optional.of(subscribed.since());
            case AccessSuspended suspended -> Optional.of(suspended.since());
            case Withdrawn withdrawn -> withdrawn.since();
        };
    }

    /** The status, as it is stored and shown. */
    default StateStatus status() {
        return switch (this) {
            case Interested interested -> StateStatus.INTERESTED;
            case Subscribed subscribed -> StateStatus.SUBSCRIBED;
            case AccessSuspended suspended -> StateStatus.ACCESS_SUSPENDED;
            case Withdrawn withdrawn -> StateStatus.WITHDRAWN;
        };
    }
}
