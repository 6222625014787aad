package org.comity.crash.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestServers;
import org.junit.jupiter.api.Test;

/**
 * Walks random sequences of commands through denials and consultations, from random people, on two replicas of which
 * one is killed now and then. After each command the record is where the diagrams lead, whatever was acknowledged is
 * there, and each state sees what is released to it and nothing else.
 *
 * <p>A walk that fails tells its seed and all that it did; {@code -Dcomity.walk.seed=…} walks the same way again, and
 * {@code -Dcomity.walk.steps=…} further.
 */
class RandomWalkIT {

    private static final List<Person> PEOPLE = List.of(
            new Person("nl.officer"),
            new Person("nl.approver"),
            new Person("nl-system"),
            new Person("ee.officer"),
            new Person("ee.approver"),
            new Person("jp.officer"),
            new Person("jp.approver"),
            new Person("de.officer"),
            new Person("de.approver"));
    private static final List<Person> OTHER_READERS = Stream.concat(
                    WalkedDenial.STATES.stream().flatMap(state -> Stream.of("poc", "analyst", "auditor", "admin")
                            .map(role -> Person.of(state, role))),
                    Stream.of(new Person("secretariat.staff"), new Person("secretariat.admin")))
            .toList();
    private static final Set<String> TAKES_ANOTHER_APPROVER = Set.of("/submit", "/renew", "/revoke", "/decide");
    private static final int STEPS = Integer.getInteger("comity.walk.steps", 160);
    private static final int KILLS = 2;
    private static final int CHECK_LISTS_EVERY = 40;

    private final long seed = Long.getLong("comity.walk.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<WalkedDenial> denials = new ArrayList<>();
    private final List<WalkedConsultation> consultations = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private TestServers servers;
    private Replicas replicas;

    @Test
    void no_walk_leaves_the_diagrams_loses_what_was_acknowledged_or_shows_what_is_not_released() {
        servers = ComityServers.prepare("comity-denials-walk");
        try (Replicas two = new Replicas(servers)) {
            replicas = two;
            RegisteredStates.announce();
            for (int step = 1; step <= STEPS; step++) {
                walk();
                if (step % (STEPS / KILLS) == STEPS / KILLS / 2) {
                    killInTheMiddle();
                }
                if (step % CHECK_LISTS_EVERY == 0) {
                    lists();
                }
            }
            all().forEach(this::check);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "The walk with the seed %d: %s%n%s".formatted(seed, e.getMessage(), String.join("\n", journal)), e);
        }
    }

    private List<Walked> all() {
        List<Walked> all = new ArrayList<>(denials);
        all.addAll(consultations);
        return all;
    }

    private void walk() {
        int dice = random.nextInt(100);
        if (denials.size() < 3 || dice < 4) {
            draftDenial();
        } else if ((consultations.size() < 2 || dice < 6) && denials.stream().anyMatch(WalkedDenial::isInForce)) {
            draftConsultation();
        } else if (dice < 12) {
            timePasses();
        } else if (dice < 20) {
            race();
        } else {
            Walked record = record();
            command(record, act(record));
        }
    }

    /** The latest are led about more, so that some get far. */
    private Walked record() {
        List<? extends Walked> some = consultations.isEmpty() || random.nextInt(5) > 1 ? denials : consultations;
        Walked one = some.get(some.size() - 1 - random.nextInt(Math.min(some.size(), 4)));
        // what is gone is asked for now and then, and found by nobody
        return one.isGone() && random.nextInt(4) > 0 ? record() : one;
    }

    /** More often than not somebody who may do something. */
    private Person person(Walked record) {
        Person person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        while (!record.isSeenBy(person.state()) && random.nextInt(4) > 0) {
            person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        }
        return person;
    }

    /** More often than not one that is done, since most that people might do is refused, and a walk is to get far. */
    private Act act(Walked record) {
        Act act = record.act(random, person(record));
        if (random.nextInt(4) > 0) {
            for (int others = 0; others < 30 && !leadsOn(act); others++) {
                act = record.act(random, person(record));
            }
        }
        return act;
    }

    /** Whether it is done, and leaves somebody who can take the next step: each state has one approver. */
    private static boolean leadsOn(Act act) {
        return act.verdict() == Act.Verdict.DONE
                && !(act.by().approves() && TAKES_ANOTHER_APPROVER.contains(act.path()));
    }

    private int replica() {
        return random.nextInt(Replicas.BOTH);
    }

    private void draftDenial() {
        Person by = PEOPLE.get(random.nextInt(PEOPLE.size()));
        WalkedDenial.Draft draft = WalkedDenial.Draft.some(random, by.state());
        Replicas.Answer answer = replicas.send(replica(), by, "POST", "/denials/v1/denials", "none", draft.json("new"))
                .join();
        assertEquals(201, answer.status(), answer.body());
        WalkedDenial denial = new WalkedDenial(
                answer.json().get("id").asText(), answer.json().get("ref").asText(), draft);
        journal.add(by + " drafts " + denial.address() + " " + draft);
        denials.add(denial);
        check(denial);
    }

    private void draftConsultation() {
        Person by = PEOPLE.get(random.nextInt(PEOPLE.size()));
        WalkedConsultation.Question question = WalkedConsultation.Question.of(random, by.state(), denials);
        Replicas.Answer answer = replicas.send(
                        replica(), by, "POST", "/denials/v1/consultations", "none", question.json("Is it the same?"))
                .join();
        assertEquals(201, answer.status(), answer.body());
        WalkedConsultation consultation =
                question.drafted(answer.json().get("id").asText());
        journal.add(by + " drafts " + consultation.address() + " " + question.json(""));
        consultations.add(consultation);
        check(consultation);
    }

    private String tag(int replica, Walked record, Person by) {
        return replicas.read(replica, by, record.address()).tag();
    }

    private void command(Walked record, Act act) {
        int at = replica();
        Replicas.Answer answer =
                send(at, record, act, tag(replica(), record, act.by())).join();
        journal.add("at %d, %s%s is %d".formatted(at, record.address(), act, answer.status()));
        assertTrue(act.verdict().is(answer.status()), answer.status() + " is not " + act.verdict() + answer.body());
        if (act.verdict() == Act.Verdict.DONE) {
            act.effect().run();
        }
        check(record);
    }

    private CompletableFuture<Replicas.Answer> send(int replica, Walked record, Act act, String tag) {
        return replicas.send(replica, act.by(), act.method(), record.address() + act.path(), tag, act.body());
    }

    /** The same command reaches both replicas at once: one of them takes it. */
    private void race() {
        Walked record = record();
        Act act = act(record);
        String tag = tag(replica(), record, act.by());
        CompletableFuture<Replicas.Answer> first = send(0, record, act, tag);
        CompletableFuture<Replicas.Answer> second = send(1, record, act, tag);
        List<Integer> statuses = List.of(first.join().status(), second.join().status());
        journal.add("at both, %s%s is %s".formatted(record.address(), act, statuses));
        long done = statuses.stream().filter(Act.Verdict.DONE::is).count();
        assertEquals(act.verdict() == Act.Verdict.DONE ? 1 : 0, done, statuses + " for " + act);
        assertTrue(statuses.stream().noneMatch(status -> status >= 500), statuses + " for " + act);
        if (done == 1) {
            act.effect().run();
        }
        check(record);
    }

    /** A replica is killed while it works on a command that follows: what it acknowledged is there. */
    private void killInTheMiddle() {
        int killed = replica();
        int other = 1 - killed;
        Walked record = record();
        Act act = record.act(random, person(record));
        while (act.verdict() != Act.Verdict.DONE) {
            record = record();
            act = record.act(random, person(record));
        }
        String before = tag(other, record, act.by());
        CompletableFuture<Replicas.Answer> answer = send(killed, record, act, before);
        pause(random.nextInt(30));
        replicas.kill(killed);
        boolean acknowledged = isAcknowledged(answer);
        pause(500); // PostgreSQL ends what the killed one had begun
        boolean effective = !tag(other, record, act.by()).equals(before);
        journal.add("at %d, which is killed, %s%s is acknowledged %b, effective %b"
                .formatted(killed, record.address(), act, acknowledged, effective));
        assertTrue(effective || !acknowledged, "what was acknowledged is lost");
        if (effective) {
            act.effect().run();
        }
        replicas.restart(killed);
        all().forEach(this::check);
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }

    private static boolean isAcknowledged(CompletableFuture<Replicas.Answer> answer) {
        try {
            return Act.Verdict.DONE.is(answer.join().status());
        } catch (CompletionException e) {
            return false;
        }
    }

    private void timePasses() {
        if (random.nextBoolean()) {
            consultations.stream()
                    .filter(WalkedConsultation::isRequested)
                    .findFirst()
                    .ifPresent(consultation -> {
                        servers.sql("update consultation_thread set due_at = now() - interval '1 minute'"
                                + " where replied_at is null and consultation_id = '"
                                + consultation.id() + "'");
                        consultation.silence();
                        journal.add("the deadlines of " + consultation.address() + " pass");
                        check(consultation);
                    });
            return;
        }
        denials.stream().filter(WalkedDenial::awaitsReview).findAny().ifPresent(denial -> {
            boolean passed = random.nextBoolean();
            servers.sql("update denial set review_reminder_on = '2026-01-01', review_due = "
                    + (passed ? "'2026-02-01'" : "'2036-02-01'") + " where id = '" + denial.id() + "'");
            denial.reviewed(passed);
            journal.add("the review of " + denial.address() + (passed ? " passes" : " comes near"));
            Eventually.itIsSo("the timer has come by", () -> {
                servers.sql("update timer_run set execution_time = now() where not picked");
                return servers.count("select count(*) from denial where id = '" + denial.id() + "' and status = '"
                                + denial.statuses().iterator().next() + "'")
                        == 1;
            });
            check(denial);
        });
    }

    /** On either replica the record is where the diagram leads, and is seen by whom it is for. */
    private void check(Walked record) {
        if (!record.isGone()) {
            Replicas.Answer own = replicas.read(replica(), Person.officer(record.owner()), record.address());
            assertEquals(200, own.status(), "the owner sees " + record.address());
            String status = own.json().get("status").asText();
            assertTrue(
                    record.statuses().contains(status),
                    record.address() + " is " + status + " and should be " + record.statuses());
            record.found(status);
        }
        WalkedDenial.STATES.forEach(state -> compare(record, Person.officer(state)));
        compare(record, OTHER_READERS.get(random.nextInt(OTHER_READERS.size())));
    }

    private void compare(Walked record, Person reader) {
        Walked.Seen expected = record.seenBy(reader);
        Replicas.Answer answer = replicas.read(replica(), reader, record.address());
        String what = "what " + reader + " sees of " + record.address();
        assertEquals(expected.visible() ? 200 : 404, answer.status(), what);
        if (expected.visible()) {
            expected.says()
                    .forEach((field, value) ->
                            assertEquals(value, answer.json().at("/" + field).asText(), what + ": " + field));
            expected.without()
                    .forEach(field -> assertTrue(answer.json().at("/" + field).isMissingNode(), what + ": " + field));
        }
    }

    /** The lists of desks and points of contact have what is seen, once each, and nothing else. */
    private void lists() {
        for (Person reader : WalkedDenial.STATES.stream()
                .flatMap(state -> Stream.of(Person.officer(state), Person.of(state, "poc")))
                .toList()) {
            for (String kind : List.of("denials", "consultations")) {
                Set<String> expected = new TreeSet<>();
                all().stream()
                        .filter(record -> record.address().startsWith("/denials/v1/" + kind + "/")
                                && record.seenBy(reader).visible())
                        .forEach(record -> expected.add(record.address().replaceFirst(".*/", "")));
                List<String> seen = new ArrayList<>();
                replicas.read(replica(), reader, "/denials/v1/" + kind + "?limit=100")
                        .json()
                        .get("items")
                        .forEach(item -> seen.add(item.get("id").asText()));
                assertEquals(seen.size(), new HashSet<>(seen).size(), "each once");
                assertEquals(expected, new TreeSet<>(seen), kind + " of " + reader);
            }
        }
    }
}
