package org.comity.subscriptions.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;

/** Asks for each state what its desks read of a record now. */
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
     * @param all by the subject of the event
     * @param still of the record that the event is about, where its subject is a part of it: a desk that sees the record and not
     *     the part has lost nothing
     */
    record StateReadings(List<RecordReading> all, List<RecordReading> still) {

        Optional<RecordReading> of(DeliveryDesk desk) {
            return all.stream().filter(reading -> reading.desk() == desk).findFirst();
        }

        /** Whether the desk sees the record, though not what the event names of it. */
        boolean sees(DeliveryDesk desk) {
            return still.stream().anyMatch(reading -> reading.desk() == desk);
        }

        /** Whether what falls due with the record is this state's to do. */
        boolean owes() {
            return all.stream().anyMatch(reading -> reading.record().owes());
        }
    }

    /** By state, those that subscribe or are suspended: a suspension closes the ways out of a feed, and not the feed. */
    Map<StateCode, StateReadings> of(String service, UUID subject)
            throws IOException, SQLException, InterruptedException {
        List<StateCode> states = transactions.once(transaction -> transaction
                .sql("select iso2 from member_state where status in ('SUBSCRIBED', 'ACCESS_SUSPENDED')")
                .list(StateCode.class));
        Map<StateCode, List<RecordReading>> bySubject = read(service, states, List.of(subject));
        List<UUID> wholes = bySubject.values().stream()
                .flatMap(List::stream)
                .map(reading -> reading.record().record())
                .filter(record -> !record.equals(subject))
                .distinct()
                .toList();
        Map<StateCode, List<RecordReading>> byWhole = wholes.isEmpty() ? Map.of() : read(service, states, wholes);
        Map<StateCode, StateReadings> read = new TreeMap<>();
        bySubject.forEach(
                (state, all) -> read.put(state, new StateReadings(all, byWhole.getOrDefault(state, List.of()))));
        return read;
    }

    private Map<StateCode, List<RecordReading>> read(String service, List<StateCode> states, List<UUID> records)
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
