package org.comity.subscriptions.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Asks for each state what its desks read of records now.
 *
 * <p>Rules.
 */
@Singleton
class FeedReaders {

    /** So many states are asked at once: the service that answers has other callers too. */
    private static final int AT_ONCE = 4;

    private final RecordSource source;
    private final TimerTransactions transactions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    FeedReaders(RecordSource source, TimerTransactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    /**
     * What the desks of one state read.
     *
     * @param readings by the subject of an event, and of the records that events are about whose subject is a part of them
     * @param wholes for such subjects, the records that they are parts of
     */
    record StateReadings(Map<UUID, List<RecordReading>> readings, Map<UUID, Set<UUID>> wholes) {

        Optional<RecordReading> of(UUID subject, DeliveryDesk desk) {
            return readings.getOrDefault(subject, List.of()).stream()
                    .filter(reading -> reading.desk() == desk)
                    .findFirst();
        }

        /** The record that an event is about; several only where what is one's part is another's record. */
        Set<UUID> records(UUID subject) {
            Set<UUID> records = new LinkedHashSet<>(Set.of(subject));
            records.addAll(wholes.getOrDefault(subject, Set.of()));
            return records;
        }

        /** Whether the desk sees the record, though not what the event names of it: it has lost nothing then. */
        boolean seesWhole(UUID subject, DeliveryDesk desk) {
            return wholes.getOrDefault(subject, Set.of()).stream()
                    .anyMatch(record -> of(record, desk).isPresent());
        }

        /** Whether what falls due with the record is this state's to do. */
        boolean owes(UUID subject) {
            return readings.getOrDefault(subject, List.of()).stream()
                    .anyMatch(reading -> reading.record().owes());
        }
    }

    /**
     * By state, those that subscribe or are suspended: a suspension closes the ways out of a feed, and not the feed. Each state is
     * asked for once, for all subjects.
     */
    Map<StateCode, StateReadings> of(String service, Collection<UUID> subjects)
            throws IOException, SQLException, InterruptedException {
        List<StateCode> states = transactions.once(transaction -> transaction
                .sql("select iso2 from member_state where status in ('SUBSCRIBED', 'ACCESS_SUSPENDED')")
                .list(StateCode.class));
        Map<StateCode, List<RecordReading>> read = read(service, states, subjects);
        Map<UUID, Set<UUID>> wholes = new HashMap<>();
        read.values().stream()
                .flatMap(List::stream)
                .filter(reading -> !reading.record().record().equals(reading.subject()))
                .forEach(reading -> wholes.computeIfAbsent(reading.subject(), part -> new TreeSet<>())
                        .add(reading.record().record()));
        Set<UUID> unread = wholes.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        unread.removeAll(Set.copyOf(subjects));
        if (!unread.isEmpty()) {
            read(service, states, unread)
                    .forEach((state, more) -> read.get(state).addAll(more));
        }
        Map<StateCode, StateReadings> byState = new TreeMap<>();
        read.forEach((state, all) -> byState.put(
                state, new StateReadings(all.stream().collect(Collectors.groupingBy(RecordReading::subject)), wholes)));
        return byState;
    }

    private Map<StateCode, List<RecordReading>> read(String service, List<StateCode> states, Collection<UUID> records)
            throws IOException, InterruptedException {
        Map<StateCode, Future<List<RecordReading>>> asked = new TreeMap<>();
        for (StateCode state : states) {
            asked.put(state, threads.submit(inTurn(() -> source.read(service, state, Optional.empty(), records))));
        }
        Map<StateCode, List<RecordReading>> read = new TreeMap<>();
        for (Map.Entry<StateCode, Future<List<RecordReading>>> each : asked.entrySet()) {
            read.put(each.getKey(), got(each.getValue()));
        }
        return read;
    }

    private <T> Callable<T> inTurn(Callable<T> work) {
        return () -> {
            places.acquire();
            try {
                return work.call();
            } finally {
                places.release();
            }
        };
    }

    private static <T> T got(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException away) {
                throw away;
            }
            // it may be this moment's alone: an event that is put aside would never be told
            throw new IOException("a record cannot be read", e.getCause());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
