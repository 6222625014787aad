package org.comity.crash.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A consultation, as the diagram of domain 4.2 and the rights of 4.9 have it; written from them alone. */
final class WalkedConsultation implements Walked {

    private static final int MOST_DAYS = 30;
    private static final int DAYS = 8;

    /** What one consulted state has of it. */
    private static final class Thread {
        private final Optional<WalkedDenial> cited;
        private Optional<String> answer = Optional.empty();
        private Optional<String> proposedBy = Optional.empty();
        private boolean moreAsked;
        private boolean silent;
        private boolean ended;
        private int extended;

        private Thread(Optional<WalkedDenial> cited) {
            this.cited = cited;
        }

        private boolean isOpen() {
            return answer.isEmpty() && !silent && !ended;
        }
    }

    private final String id;
    private final String owner;
    private final boolean undercut;
    private final Map<String, Thread> threads = new LinkedHashMap<>();
    private String step = "DRAFT";
    private Optional<Person> submittedBy = Optional.empty();
    private Optional<Person> decidedBy = Optional.empty();
    private boolean outstanding;
    private boolean notified;
    private boolean gone;

    private WalkedConsultation(String id, String owner, boolean undercut, Map<String, Optional<WalkedDenial>> asked) {
        this.id = id;
        this.owner = owner;
        this.undercut = undercut;
        asked.forEach((state, denial) -> threads.put(state, new Thread(denial)));
    }

    /** What is asked of whom, before there is an id. */
    record Question(String owner, boolean undercut, Map<String, Optional<WalkedDenial>> asked) {

        /** A question about denials in force that their states have released to the asking one; else one of location. */
        static Question of(RandomGenerator random, String owner, List<WalkedDenial> denials) {
            Map<String, Optional<WalkedDenial>> cited = new LinkedHashMap<>();
            for (WalkedDenial denial : denials) {
                if (!denial.owner().equals(owner) && denial.isInForce() && denial.isSeenBy(owner)) {
                    cited.put(denial.owner(), Optional.of(denial));
                }
            }
            if (!cited.isEmpty()) {
                return new Question(owner, true, cited);
            }
            Map<String, Optional<WalkedDenial>> asked = new LinkedHashMap<>();
            List<String> others = new ArrayList<>(WalkedDenial.STATES);
            others.remove(owner);
            asked.put(others.get(random.nextInt(others.size())), Optional.empty());
            asked.put(others.get(random.nextInt(others.size())), Optional.empty());
            return new Question(owner, false, asked);
        }

        String json(String text) {
            String states = asked.entrySet().stream()
                    .map(one -> "{\"state\":\"%s\",\"denialRefs\":[%s]}"
                            .formatted(
                                    one.getKey(),
                                    one.getValue()
                                            .map(denial -> '"' + denial.ref() + '"')
                                            .orElse("")))
                    .collect(Collectors.joining(","));
            return """
                    {"type":"%s","question":"%s","consultedStates":[%s],
                     "candidateTransaction":{"items":[{"description":"IMSI catcher"}],"destination":"KZ",
                      "parties":[{"role":"END_USER","name":"Korund Svyaz OOO","country":"KZ"}]}}""".formatted(undercut ? "NO_UNDERCUT" : "LOCATION", text, states);
        }

        WalkedConsultation drafted(String id) {
            return new WalkedConsultation(id, owner, undercut, asked);
        }
    }

    String id() {
        return id;
    }

    @Override
    public String address() {
        return "/denials/v1/consultations/" + id;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public Set<String> statuses() {
        return Set.of(step.equals("REQUESTED") && !isAnyOpen() ? "DECISION_PENDING" : step);
    }

    private boolean isAnyOpen() {
        return threads.values().stream().anyMatch(Thread::isOpen);
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    @Override
    public void found(String status) {
        // the diagram leaves nothing open
    }

    private boolean isUnpublished() {
        return step.equals("DRAFT") || step.equals("NATIONAL_APPROVAL");
    }

    private boolean isParty(String state) {
        return !gone && (state.equals(owner) || !isUnpublished() && threads.containsKey(state));
    }

    /** Whether the notice is sent and this state reads one of its denials now. */
    private boolean hasNotice(String state) {
        return notified
                && threads.values().stream().anyMatch(thread -> thread.cited
                        .filter(denial -> denial.isSeenBy(state))
                        .isPresent());
    }

    @Override
    public boolean isSeenBy(String state) {
        return isParty(state) || hasNotice(state);
    }

    /** What time did: every deadline passed. */
    void silence() {
        threads.values().stream().filter(Thread::isOpen).forEach(thread -> thread.silent = true);
    }

    boolean isRequested() {
        return step.equals("REQUESTED");
    }

    private boolean mayStillGo() {
        return threads.values().stream().allMatch(thread -> thread.cited
                .map(denial -> denial.isInForce() && denial.isSeenBy(owner))
                .orElse(true));
    }

    private boolean isContradicted() {
        return undercut
                && threads.values().stream()
                        .anyMatch(thread -> isIdentical(thread)
                                || thread.cited.filter(WalkedDenial::isInForce).isPresent());
    }

    private static boolean isIdentical(Thread thread) {
        return thread.answer.filter("IDENTICAL"::equals).isPresent();
    }

    @Override
    public Act act(RandomGenerator random, Person by) {
        boolean submitted = submittedBy.isPresent();
        if (random.nextInt(20) == 0) {
            return of(by, "/discard", "{}", step.equals("DRAFT"), () -> gone = true);
        }
        return switch (random.nextInt(16)) {
            case 0, 1 ->
                of(by, "/submit", "{}", step.equals("DRAFT") && mayStillGo(), () -> {
                    step = "NATIONAL_APPROVAL";
                    submittedBy = Optional.of(by);
                });
            case 2, 3 ->
                of(
                        by,
                        "/approve",
                        "{}",
                        submitted && by.approves() && !by.equals(submittedBy.orElseThrow()) && mayStillGo(),
                        () -> {
                            step = "REQUESTED";
                            submittedBy = Optional.empty();
                        });
            case 4 ->
                of(by, "/return", "{\"reason\":\"Not yet\"}", submitted && by.approves(), () -> {
                    step = "DRAFT";
                    submittedBy = Optional.empty();
                });
            case 5 -> decide(by, random.nextBoolean() ? "GRANTED" : "DENIED");
            case 6 -> random.nextInt(4) == 0 ? withdraw(by) : decide(by, "GRANTED");
            case 7, 8 ->
                of(
                        by,
                        "/undercut-notice",
                        "{\"reasons\":\"Civil use\"}",
                        undercut
                                && step.equals("GRANTED")
                                && !notified
                                && by.approves()
                                && !by.equals(decidedBy.orElse(null)),
                        () -> {
                            notified = true;
                            outstanding = false;
                        });
            case 9 ->
                of(by, "/close", "{}", Set.of("GRANTED", "DENIED", "WITHDRAWN").contains(step) && !outstanding, () -> {
                    step = "CLOSED";
                    end();
                });
            default -> inThread(random, by);
        };
    }

    private Act decide(Person by, String outcome) {
        return of(
                by,
                "/decide",
                "{\"outcome\":\"%s\",\"explanation\":\"Civil use\"}".formatted(outcome),
                isRequested(),
                () -> decided(by, outcome));
    }

    private Act withdraw(Person by) {
        return of(by, "/withdraw", "{}", isRequested(), () -> decided(by, "WITHDRAWN"));
    }

    private void decided(Person by, String outcome) {
        step = outcome;
        decidedBy = Optional.of(by);
        outstanding = outcome.equals("GRANTED") && isContradicted();
        if (!outcome.equals("GRANTED")) {
            end();
        }
    }

    private void end() {
        threads.values().stream().filter(Thread::isOpen).forEach(thread -> thread.ended = true);
    }

    private Act inThread(RandomGenerator random, Person by) {
        List<String> states = List.copyOf(threads.keySet());
        String state = states.get(random.nextInt(states.size()));
        Thread thread = threads.get(state);
        boolean open = thread.isOpen();
        boolean ofTheOther =
                thread.proposedBy.filter(one -> !one.equals(by.state())).isPresent();
        return switch (random.nextInt(6)) {
            case 0 -> {
                String answer = undercut
                        ? (random.nextBoolean() ? "IDENTICAL" : "NOT_IDENTICAL")
                        : (random.nextBoolean() ? "OBJECTION" : "NO_OBJECTION");
                boolean follows = open || thread.silent && thread.answer.isEmpty();
                yield thread(by, state, "reply", "{\"answer\":\"" + answer + "\"}", "CONSULTED", follows, () -> {
                    thread.answer = Optional.of(answer);
                    outstanding |= step.equals("GRANTED") && !notified && undercut && isIdentical(thread);
                });
            }
            case 1 ->
                thread(
                        by,
                        state,
                        "ask",
                        "{\"text\":\"Which bands?\"}",
                        "CONSULTED",
                        open,
                        () -> thread.moreAsked = true);
            case 2 ->
                thread(
                        by,
                        state,
                        "answer",
                        "{\"text\":\"2G\"}",
                        "REQUESTING",
                        open && thread.moreAsked,
                        () -> thread.moreAsked = false);
            case 3 ->
                thread(
                        by,
                        state,
                        "extend",
                        "{\"move\":\"PROPOSE\",\"workingDays\":" + DAYS + "}",
                        "EITHER",
                        open && thread.extended + DAYS <= MOST_DAYS,
                        () -> thread.proposedBy = Optional.of(by.state()));
            case 4 ->
                thread(by, state, "extend", "{\"move\":\"AGREE\"}", "EITHER", open && ofTheOther, () -> {
                    thread.extended += DAYS;
                    thread.proposedBy = Optional.empty();
                });
            default ->
                thread(
                        by,
                        state,
                        "extend",
                        "{\"move\":\"DECLINE\"}",
                        "EITHER",
                        open && ofTheOther,
                        () -> thread.proposedBy = Optional.empty());
        };
    }

    private Act thread(
            Person by, String state, String verb, String body, String part, boolean follows, Runnable effect) {
        boolean asking = by.state().equals(owner);
        boolean asked = by.state().equals(state);
        boolean seen = !gone && !isUnpublished() && (asking || asked);
        boolean ours = asking && !part.equals("CONSULTED") || asked && !part.equals("REQUESTING");
        return new Act(by, "POST", "/threads/" + state + "/" + verb, body, Act.Verdict.of(seen, ours, follows), effect);
    }

    private Act of(Person by, String path, String body, boolean follows, Runnable effect) {
        boolean ours = by.state().equals(owner);
        return new Act(by, "POST", path, body, Act.Verdict.of(isSeenBy(by.state()), ours, follows), effect);
    }
}
