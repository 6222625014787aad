package org.comity.crash.walk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

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

    private static final int RENEWALS_WITHOUT_GROUNDS = 3;
    private static final String ASSESSMENT = "The end-user was checked";
    private static final Set<String> OF_THE_FILE = Set.of(
            "createdBy",
            "createdAt",
            "submittedBy",
            "approvedBy",
            "releaseVersion",
            "amendment",
            "proposal",
            "warnings");
    private static final Set<String> OF_THE_PARTIES = Set.of("parties", "reasons", "finalAssessment");

    /**
     * What a denial is of from the beginning.
     *
     * @param suspension a suspension that has ended, whose final assessment is owed
     * @param policy whether analysts may read its header
     */
    record Draft(String owner, boolean suspension, boolean expires, boolean policy, Release release) {

        static Draft some(RandomGenerator random, String owner) {
            return new Draft(
                    owner,
                    random.nextInt(3) == 0,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    Release.some(random, owner));
        }

        /** A draft that can be submitted. */
        String json(String text) {
            return json(release, text, false, false);
        }

        private String json(Release to, String text, boolean assessed, boolean grounds) {
            return """
                    {"kind":%s,"decisionDate":"2026-03-31","basis":"LISTED","destinationState":"KZ",
                     "items":[{"controlCode":"5A001.f.2","controlList":"EU_ANNEX_I","description":"Catcher %s"}],
                     "parties":[{"role":"END_USER","name":"Korund Svyaz OOO","country":"KZ"}],
                     "reasons":[{"criterion":"COC_HR"}],"permittedUse":["LICENSING"%s],
                     "validityPolicy":"%s",%s}""".formatted(
                            (suspension ? "\"SUSPENSION\",\"suspensionEndsOn\":\"2026-04-30\"" : "\"REFUSAL\"")
                                    + (assessed ? ",\"finalAssessment\":\"" + ASSESSMENT + "\"" : "")
                                    + (grounds ? ",\"renewalGrounds\":\"The risk is the same\"" : ""),
                            text,
                            policy ? ",\"POLICY\"" : "",
                            expires ? "EXPIRES" : "REVIEW_REQUIRED",
                            to.json());
        }
    }

    private final String id;
    private final String ref;
    private final Draft draft;
    private Set<String> statuses = Set.of("DRAFT");
    private Release released = Release.TO_NOBODY;
    private Release wanted;
    private boolean assessed;
    private boolean assessing;
    private int renewals;
    private Optional<Open> open = Optional.empty();
    private Optional<Person> submittedBy = Optional.empty();
    private boolean edited;
    private int texts;
    private boolean gone;

    WalkedDenial(String id, String ref, Draft draft) {
        this.id = id;
        this.ref = ref;
        this.draft = draft;
        this.wanted = draft.release();
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
        return draft.owner();
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
    public Seen seenBy(Person reader) {
        boolean own = reader.state().equals(draft.owner());
        boolean released = !gone && !isUnpublished() && (own || this.released.reaches(reader.state()));
        return switch (reader.desk()) {
            case LICENSING -> own && !gone ? ofTheOwnDesk() : released ? inFull() : Seen.NOTHING;
            case CONTACT -> released ? inFull() : Seen.NOTHING;
            case ANALYST -> released && draft.policy() ? header() : Seen.NOTHING;
            case ELSEWHERE -> Seen.NOTHING;
        };
    }

    private Seen ofTheOwnDesk() {
        boolean due = draft.suspension() && isInForce() && !assessed;
        return due
                ? new Seen(true, Map.of("shown", "FULL", "finalAssessmentDue", "true"), Set.of())
                : new Seen(true, Map.of("shown", "FULL"), Set.of("finalAssessmentDue"));
    }

    private Seen inFull() {
        return assessed
                ? new Seen(true, Map.of("shown", "FULL", "finalAssessment", ASSESSMENT), OF_THE_FILE)
                : new Seen(true, Map.of("shown", "FULL"), union("finalAssessment", OF_THE_FILE));
    }

    private static Seen header() {
        Set<String> without = new TreeSet<>(OF_THE_FILE);
        without.addAll(OF_THE_PARTIES);
        return new Seen(true, Map.of("shown", "HEADER"), without);
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    /** What time did: it was reminded of its review, or its review passed. */
    void reviewed(boolean passed) {
        found(passed ? (draft.expires() ? "EXPIRED" : "REVIEW_OVERDUE") : "REVIEW_DUE");
        if (!isInForce()) {
            open = Optional.empty();
            submittedBy = Optional.empty();
        }
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
        Release next = Release.some(random, draft.owner());
        boolean grounds = renewals >= RENEWALS_WITHOUT_GROUNDS && random.nextBoolean();
        boolean assessment = draft.suspension() && random.nextBoolean();
        if (random.nextInt(100) == 0) {
            return of(by, "POST", "/discard", "{}", working && !submitted, this::discarded);
        }
        return switch (random.nextInt(20)) {
            case 0 ->
                of(
                        by,
                        "PUT",
                        "",
                        draft.json(next, "changed " + ++texts, assessment, grounds),
                        isUnpublished() || amending && (grounds || renewals < RENEWALS_WITHOUT_GROUNDS),
                        () -> {
                            wanted = next;
                            assessing = assessment;
                            edited = true;
                            drafted();
                        });
            case 1, 2, 3 ->
                of(by, "POST", "/submit", "{}", working && !submitted, () -> {
                    submittedBy = Optional.of(by);
                    if (isUnpublished()) {
                        found("NATIONAL_APPROVAL");
                    }
                });
            case 4, 5, 6, 7, 8, 9, 10, 11 ->
                of(
                        by,
                        "POST",
                        "/approve",
                        "{}",
                        submitted && by.approves() && !by.equals(submittedBy.orElseThrow()),
                        this::approved);
            case 12 -> of(by, "POST", "/return", "{\"reason\":\"Not yet\"}", submitted && by.approves(), this::drafted);
            case 13, 14 -> of(by, "POST", "/amend", "{}", free, () -> propose(Open.AMENDMENT, Optional.empty()));
            case 15 ->
                of(
                        by,
                        "POST",
                        "/renew",
                        "{\"renewalGrounds\":\"The risk is the same\"}",
                        free,
                        () -> propose(Open.RENEWAL, Optional.of(by)));
            case 16 ->
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
                        "{" + next.json() + "}",
                        !isUnpublished() && (by.approves() || released.covers(next)),
                        () -> {
                            released = next;
                            wanted = next;
                            submittedBy = Optional.empty();
                        });
        };
    }

    private Act of(Person by, String method, String path, String body, boolean follows, Runnable effect) {
        boolean ours = by.state().equals(draft.owner());
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
        assessing = assessed;
        edited = false;
    }

    private void approved() {
        submittedBy = Optional.empty();
        if (isUnpublished()) {
            released = wanted;
            assessed = assessing;
            found("NOTIFIED");
            return;
        }
        switch (open.orElseThrow()) {
            case RENEWAL -> {
                renewals++;
                found("RENEWED");
            }
            case REVOCATION -> found("REVOKED");
            case AMENDMENT -> {
                released = wanted;
                assessed = assessing;
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
