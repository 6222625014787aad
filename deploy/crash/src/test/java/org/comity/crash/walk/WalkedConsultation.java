package org.comity.crash.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A consultation, as the diagram of domain 4.2 and the rights of 4.9 have it; written from them alone. */
final class WalkedConsultation implements Walked {

    private static final int MOST_DAYS = 30;
    private static final int DAYS = 8;
    private static final Set<String> LETTING = Set.of("GRANTED", "TRANSIT_ALLOWED");
    private static final List<String> OUTCOMES = List.of("GRANTED", "GRANTED", "TRANSIT_ALLOWED", "DENIED");
    private static final Set<String> OF_THE_FILE = Set.of(
            "createdBy", "createdAt", "submittedBy", "approvedBy", "decidedBy", "internalRef", "consultedStates");
    private static final Set<String> OF_THE_OTHERS = Set.of("openThreads", "threads/1");
    private static final Set<String> OF_THE_PARTIES =
            Set.of("openThreads", "threads", "candidateTransaction", "question", "outcome", "procedure", "requestedAt");

    /** What is asked, with the notice that a grant may ask for. */
    enum Type {
        NO_UNDERCUT("/undercut-notice"),
        LOCATION("/undercut-notice"),
        ESSENTIAL_INTEREST("/essential-interest-notice");

        private final String notice;

        Type(String notice) {
            this.notice = notice;
        }
    }

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
    private final Question question;
    private final Type type;
    private final Map<String, Thread> threads = new LinkedHashMap<>();
    private String step = "DRAFT";
    private String outcome = "";
    private int texts;
    private Optional<Person> submittedBy = Optional.empty();
    private Optional<Person> decidedBy = Optional.empty();
    private boolean outstanding;
    private boolean notified;
    private boolean gone;

    private WalkedConsultation(String id, Question question) {
        this.id = id;
        this.question = question;
        this.owner = question.owner();
        this.type = question.type();
        question.asked().forEach((state, denial) -> threads.put(state, new Thread(denial)));
    }

    /** What is asked of whom, before there is an id. */
    record Question(String owner, Type type, Map<String, Optional<WalkedDenial>> asked) {

        /** A question about denials in force that their states have released to the asking one; else one without. */
        static Question of(RandomGenerator random, String owner, List<WalkedDenial> denials) {
            Map<String, Optional<WalkedDenial>> cited = new LinkedHashMap<>();
            for (WalkedDenial denial : denials) {
                if (!denial.owner().equals(owner) && denial.isInForce() && denial.isSeenBy(owner)) {
                    cited.put(denial.owner(), Optional.of(denial));
                }
            }
            if (!cited.isEmpty()) {
                return new Question(owner, random.nextInt(4) == 0 ? Type.ESSENTIAL_INTEREST : Type.NO_UNDERCUT, cited);
            }
            Map<String, Optional<WalkedDenial>> asked = new LinkedHashMap<>();
            List<String> others = new ArrayList<>(WalkedDenial.STATES);
            others.remove(owner);
            asked.put(others.get(random.nextInt(others.size())), Optional.empty());
            asked.put(others.get(random.nextInt(others.size())), Optional.empty());
            return new Question(owner, random.nextBoolean() ? Type.LOCATION : Type.ESSENTIAL_INTEREST, asked);
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
                      "parties":[{"role":"END_USER","name":"Korund Svyaz OOO","country":"KZ"}]}}""".formatted(type, text, states);
        }

        WalkedConsultation drafted(String id) {
            return new WalkedConsultation(id, this);
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
        return Set.of(status());
    }

    private String status() {
        return step.equals("REQUESTED") && !isAnyOpen() ? "DECISION_PENDING" : step;
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

    /** Whether the notice is sent, and to this state: it reads one of its denials now, or all states have it. */
    private boolean hasNotice(String state) {
        return notified
                && (type == Type.ESSENTIAL_INTEREST
                        || threads.values().stream().anyMatch(thread -> thread.cited
                                .filter(denial -> denial.isSeenBy(state))
                                .isPresent()));
    }

    @Override
    public Seen seenBy(Person reader) {
        String state = reader.state();
        boolean licensing = reader.desk() == Person.Desk.LICENSING;
        if (!licensing && reader.desk() != Person.Desk.CONTACT) {
            return Seen.NOTHING;
        }
        if (state.equals(owner)) {
            return gone || isUnpublished() && !licensing
                    ? Seen.NOTHING
                    : new Seen(
                            true,
                            Map.of("role", "SENT", "status", status(), "version", String.valueOf(version())),
                            licensing ? Set.of() : OF_THE_FILE);
        }
        if (isParty(state)) {
            return new Seen(
                    true,
                    Map.of("role", "RECEIVED", "threads/0/state", state, "status", statusFor(threads.get(state))),
                    union(OF_THE_FILE, OF_THE_OTHERS));
        }
        return hasNotice(state)
                ? new Seen(
                        true,
                        Map.of("role", "NOTIFIED", "status", outcome, "version", "3"),
                        union(OF_THE_FILE, OF_THE_PARTIES))
                : Seen.NOTHING;
    }

    /** A consulted state knows of its own thread alone. */
    private String statusFor(Thread own) {
        return step.equals("REQUESTED") && !own.isOpen() ? "DECISION_PENDING" : step;
    }

    private int version() {
        if (step.equals("CLOSED")) {
            return 4;
        }
        return notified ? 3 : isUnpublished() ? 0 : isRequested() ? 1 : 2;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
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
        return type == Type.NO_UNDERCUT
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
        if (random.nextInt(100) == 0) {
            return of(by, "/discard", "{}", step.equals("DRAFT"), () -> gone = true);
        }
        return switch (random.nextInt(26)) {
            case 0 -> edit(by);
            case 1, 2, 3 ->
                of(by, "/submit", "{}", step.equals("DRAFT") && mayStillGo(), () -> {
                    step = "NATIONAL_APPROVAL";
                    submittedBy = Optional.of(by);
                });
            case 4, 5, 6, 7, 8, 9, 10, 11 ->
                of(
                        by,
                        "/approve",
                        "{}",
                        submitted && by.approves() && !by.equals(submittedBy.orElseThrow()) && mayStillGo(),
                        () -> {
                            step = "REQUESTED";
                            submittedBy = Optional.empty();
                        });
            case 12 ->
                of(by, "/return", "{\"reason\":\"Not yet\"}", submitted && by.approves(), () -> {
                    step = "DRAFT";
                    submittedBy = Optional.empty();
                });
            case 13 -> decide(by, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
            case 14 ->
                random.nextInt(4) == 0
                        ? withdraw(by)
                        : decide(by, random.nextBoolean() ? "GRANTED" : "TRANSIT_ALLOWED");
            case 15, 16, 17, 18 ->
                notice(by, random.nextInt(6) == 0 ? Type.values()[random.nextInt(Type.values().length)] : type);
            case 19 ->
                of(by, "/close", "{}", !outcome.isEmpty() && !step.equals("CLOSED") && !outstanding, () -> {
                    step = "CLOSED";
                    end();
                });
            default -> inThread(random, by);
        };
    }

    /** An edit undoes a submission; what was requested is not edited. */
    private Act edit(Person by) {
        return new Act(
                by,
                "PUT",
                "",
                question.json("Is it the same, text " + ++texts + "?"),
                Act.Verdict.of(isSeenBy(by.state()), by.state().equals(owner), isUnpublished() && mayStillGo()),
                () -> {
                    step = "DRAFT";
                    submittedBy = Optional.empty();
                });
    }

    /** The notice of this type; sent once, of what lets the goods go, by another approver than who decided. */
    private Act notice(Person by, Type wanted) {
        return of(
                by,
                wanted.notice,
                "{\"reasons\":\"Civil use\"}",
                type != Type.LOCATION
                        && wanted.notice.equals(type.notice)
                        && LETTING.contains(step)
                        && !notified
                        && by.approves()
                        && !by.equals(decidedBy.orElse(null)),
                () -> {
                    notified = true;
                    outstanding = false;
                });
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
        this.outcome = outcome;
        decidedBy = Optional.of(by);
        outstanding = LETTING.contains(outcome) && (type == Type.ESSENTIAL_INTEREST || isContradicted());
        if (!LETTING.contains(outcome)) {
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
                String answer = type == Type.NO_UNDERCUT
                        ? (random.nextBoolean() ? "IDENTICAL" : "NOT_IDENTICAL")
                        : (random.nextBoolean() ? "OBJECTION" : "NO_OBJECTION");
                boolean follows = open || thread.silent && thread.answer.isEmpty();
                yield thread(by, state, "reply", "{\"answer\":\"" + answer + "\"}", "CONSULTED", follows, () -> {
                    thread.answer = Optional.of(answer);
                    outstanding |=
                            LETTING.contains(step) && !notified && type == Type.NO_UNDERCUT && isIdentical(thread);
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
