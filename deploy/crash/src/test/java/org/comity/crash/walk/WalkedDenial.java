package org.comity.crash.walk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A denial, as the diagram of domain 4.1 and the rights of 4.9 have it; written from them, and not from the service. */
final class WalkedDenial implements Walked {

    static final List<String> STATES = List.of("NL", "EE", "JP", "DE");
    private static final Set<String> IN_FORCE =
            Set.of("NOTIFIED", "AMENDED", "RENEWED", "REVIEW_DUE", "REVIEW_OVERDUE");

    /** What waits for approval, or is written, beside what is in force. */
    private enum Open {
        AMENDMENT,
        RENEWAL,
        REVOCATION
    }

    private final String id;
    private final String ref;
    private final String owner;
    private final boolean expires;
    private Set<String> statuses = Set.of("DRAFT");
    private Set<String> released = Set.of();
    private Set<String> wanted;
    private Optional<Open> open = Optional.empty();
    private Optional<Person> submittedBy = Optional.empty();
    private boolean edited;
    private int texts;
    private boolean gone;

    WalkedDenial(String id, String ref, String owner, boolean expires, Set<String> wanted) {
        this.id = id;
        this.ref = ref;
        this.owner = owner;
        this.expires = expires;
        this.wanted = wanted;
    }

    /** A draft that can be submitted. */
    static String draft(boolean expires, Set<String> states, String text) {
        return """
                {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"LISTED","destinationState":"KZ",
                 "items":[{"controlCode":"5A001.f.2","controlList":"EU_ANNEX_I","description":"Catcher %s"}],
                 "parties":[{"role":"END_USER","name":"Korund Svyaz OOO","country":"KZ"}],
                 "reasons":[{"criterion":"COC_HR"}],"permittedUse":["LICENSING"],
                 "validityPolicy":"%s",%s}""".formatted(text, expires ? "EXPIRES" : "REVIEW_REQUIRED", release(states));
    }

    /** Some other states than this one. */
    static Set<String> some(RandomGenerator random, String owner) {
        return STATES.stream()
                .filter(state -> !state.equals(owner) && random.nextBoolean())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String release(Set<String> states) {
        return states.isEmpty()
                ? "\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}"
                : "\"releasability\":{\"mode\":\"LIST\",\"states\":[\"%s\"]}".formatted(String.join("\",\"", states));
    }

    String id() {
        return id;
    }

    String ref() {
        return ref;
    }

    boolean isInForce() {
        return IN_FORCE.containsAll(statuses);
    }

    private boolean isUnpublished() {
        return statuses.contains("DRAFT") || statuses.contains("NATIONAL_APPROVAL");
    }

    @Override
    public String address() {
        return "/denials/v1/denials/" + id;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public Set<String> statuses() {
        return statuses;
    }

    @Override
    public void found(String status) {
        statuses = Set.of(status);
    }

    @Override
    public boolean isSeenBy(String state) {
        return !gone && (state.equals(owner) || !isUnpublished() && released.contains(state));
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    /** What time did: it was reminded of its review, or its review passed. */
    void reviewed(boolean passed) {
        found(passed ? (expires ? "EXPIRED" : "REVIEW_OVERDUE") : "REVIEW_DUE");
        if (!isInForce()) {
            open = Optional.empty();
            submittedBy = Optional.empty();
        }
    }

    boolean expires() {
        return expires;
    }

    /** Whether time may still remind of the review. */
    boolean awaitsReview() {
        return Set.of("NOTIFIED", "AMENDED", "RENEWED").containsAll(statuses);
    }

    @Override
    public Act act(RandomGenerator random, Person by) {
        boolean amending = open.filter(Open.AMENDMENT::equals).isPresent();
        boolean working = isUnpublished() || open.isPresent();
        boolean submitted = submittedBy.isPresent();
        boolean free = isInForce() && !amending;
        Set<String> states = some(random, owner);
        if (random.nextInt(20) == 0) {
            return of(by, "POST", "/discard", "{}", working && !submitted, this::discarded);
        }
        return switch (random.nextInt(17) / 2) {
            case 0 ->
                of(by, "PUT", "", draft(expires, states, "changed " + ++texts), isUnpublished() || amending, () -> {
                    wanted = states;
                    edited = true;
                    drafted();
                });
            case 1 ->
                of(by, "POST", "/submit", "{}", working && !submitted, () -> {
                    submittedBy = Optional.of(by);
                    if (isUnpublished()) {
                        found("NATIONAL_APPROVAL");
                    }
                });
            case 2, 3 ->
                of(
                        by,
                        "POST",
                        "/approve",
                        "{}",
                        submitted && by.approves() && !by.equals(submittedBy.orElseThrow()),
                        this::approved);
            case 4 -> of(by, "POST", "/return", "{\"reason\":\"Not yet\"}", submitted && by.approves(), this::drafted);
            case 5 -> of(by, "POST", "/amend", "{}", free, () -> propose(Open.AMENDMENT, Optional.empty()));
            case 6 ->
                of(
                        by,
                        "POST",
                        "/renew",
                        "{\"renewalGrounds\":\"The risk is the same\"}",
                        free,
                        () -> propose(Open.RENEWAL, Optional.of(by)));
            case 7 ->
                of(
                        by,
                        "POST",
                        "/revoke",
                        "{\"reason\":\"The risk has gone\"}",
                        free,
                        () -> propose(Open.REVOCATION, Optional.of(by)));
            default ->
                of(
                        by,
                        "POST",
                        "/release",
                        "{" + release(states) + "}",
                        !isUnpublished() && (by.approves() || released.containsAll(states)),
                        () -> {
                            released = states;
                            wanted = states;
                            submittedBy = Optional.empty();
                        });
        };
    }

    private Act of(Person by, String method, String path, String body, boolean follows, Runnable effect) {
        boolean ours = by.state().equals(owner);
        return new Act(by, method, path, body, Act.Verdict.of(isSeenBy(by.state()), ours, follows), effect);
    }

    private void discarded() {
        if (isUnpublished()) {
            gone = true;
        }
        open = Optional.empty();
    }

    private void drafted() {
        submittedBy = Optional.empty();
        if (isUnpublished()) {
            found("DRAFT");
        }
    }

    private void propose(Open what, Optional<Person> submitted) {
        open = Optional.of(what);
        submittedBy = submitted;
        wanted = released;
        edited = false;
    }

    private void approved() {
        submittedBy = Optional.empty();
        if (isUnpublished()) {
            released = wanted;
            found("NOTIFIED");
            return;
        }
        switch (open.orElseThrow()) {
            case RENEWAL -> found("RENEWED");
            case REVOCATION -> found("REVOKED");
            case AMENDMENT -> {
                released = wanted;
                if (edited) {
                    // An amendment is no review, unless it moves the day.
                    statuses = awaitsReview() ? Set.of("AMENDED") : union("AMENDED", statuses);
                }
            }
        }
        open = Optional.empty();
    }

    private static Set<String> union(String one, Set<String> others) {
        Set<String> all = new TreeSet<>(others);
        all.add(one);
        return all;
    }
}
