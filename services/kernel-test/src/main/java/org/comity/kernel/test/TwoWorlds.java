package org.comity.kernel.test;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The two-world oracle: the same session, played in two worlds that differ only in records hidden from its person,
 * must be answered with the same bytes. What differs is a leak.
 *
 * <p>Clock and identifiers are set alike in both worlds, so that nothing but the {@code Date} header is left to
 * declare as a nonce.
 */
@Singleton
public class TwoWorlds {

    /** Later than all that was set up, so that a hidden change is the latest. */
    private static final Instant THEN = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);

    /** How many answers the beginning of a session has: the lists, and the first records that are read alone. */
    private static final int BEGINNING = 80;

    private static final long SEED_OF_SESSION = 20_230_330L;

    private final TestClock clock;
    private final TestIdentifiers identifiers;

    TwoWorlds(TestClock clock, TestIdentifiers identifiers) {
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /**
     * Where the two sessions part.
     *
     * @param first what came back in the world without the hidden records
     * @param second what came back in the world with them
     */
    public record Leak(String first, String second) {
        @Override
        public String toString() {
            return "without the hidden records:%n%s%n%nwith them:%n%s".formatted(first, second);
        }
    }

    /**
     * The same world with hidden records in it, made once for all the sessions that must not notice them.
     *
     * @param name names it among the hidden worlds of the module; letters and underscores
     * @param hide makes the records that must not be noticed; fails if it makes none
     */
    public World hidden(World world, String name, Runnable hide) {
        try {
            enter(world::restore);
            hide.run();
            return World.keep(ComityServers.servers(), "world_hidden_" + name);
        } finally {
            leave(world);
        }
    }

    /**
     * Plays the session in both worlds.
     *
     * @param without what is there in both
     * @param with the same and the {@linkplain #hidden hidden} records
     * @param person a demo account, such as {@code jp.officer}
     * @return the first answer that differs, if one does
     */
    public Optional<Leak> compare(World without, World with, String person, Consumer<Session> session) {
        return compare(without, person, session, () -> enter(with::restore), Integer.MAX_VALUE);
    }

    /**
     * Plays the session in both worlds, where the hidden records stand not only in the service's database.
     *
     * @param hide makes the records that the person must not notice; fails if it makes none
     */
    public Optional<Leak> compare(World world, Runnable hide, String person, Consumer<Session> session) {
        return compare(
                world,
                person,
                session,
                () -> {
                    enter(world::restore);
                    hide.run();
                },
                Integer.MAX_VALUE);
    }

    /**
     * Plays the session in the other world alone, for several tests that share what comes back in the first.
     *
     * @param first what the same session was {@linkplain #answers answered} in the world without the hidden records
     * @param without the world that is gone back to
     */
    public Optional<Leak> compare(
            List<String> first, World without, World with, String person, Consumer<Session> session) {
        try {
            enter(with::restore);
            return parting(first, play(person, first, session, Integer.MAX_VALUE));
        } finally {
            leave(without);
        }
    }

    /** What the session is answered in this world. */
    public List<String> answers(World world, String person, Consumer<Session> session) {
        try {
            enter(world::restore);
            return play(person, List.of(), session, Integer.MAX_VALUE);
        } finally {
            leave(world);
        }
    }

    /**
     * Whether the session finds a leak that is there. It plays the beginning of the session in both worlds, and the whole when
     * that finds nothing: what differs in the beginning differs in the whole.
     */
    public boolean finds(World without, World with, String person, Consumer<Session> session) {
        Runnable enterOther = () -> enter(with::restore);
        return compare(without, person, session, enterOther, BEGINNING).isPresent()
                || compare(without, person, session, enterOther, Integer.MAX_VALUE)
                        .isPresent();
    }

    private Optional<Leak> compare(
            World without, String person, Consumer<Session> session, Runnable enterOther, int most) {
        try {
            enter(without::restore);
            List<String> first = play(person, List.of(), session, most);
            enterOther.run();
            return parting(first, play(person, first, session, most));
        } finally {
            leave(without);
        }
    }

    private void enter(Runnable restore) {
        restore.run();
        clock.set(THEN);
        identifiers.unseed();
    }

    private void leave(World world) {
        world.restore();
        clock.run();
        identifiers.unseed();
    }

    private List<String> play(String person, List<String> expected, Consumer<Session> session, int most) {
        identifiers.seed(SEED_OF_SESSION);
        Session played = new Session(Tokens.of(person), expected, most);
        try {
            session.accept(played);
        } catch (Session.Ended e) {
            // nothing that comes later takes back what differs already
        }
        if (played.transcript().isEmpty()) {
            throw new IllegalStateException("the session asks nothing, so it proves nothing");
        }
        return played.transcript();
    }

    private static Optional<Leak> parting(List<String> without, List<String> with) {
        for (int i = 0; i < Math.max(without.size(), with.size()); i++) {
            String first = i < without.size() ? without.get(i) : "(nothing more)";
            String second = i < with.size() ? with.get(i) : "(nothing more)";
            if (!first.equals(second)) {
                return Optional.of(new Leak(first, second));
            }
        }
        return Optional.empty();
    }
}
