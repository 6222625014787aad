package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is to read a file. */
class FilePlacesTest {

    private final ExecutorService requests = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        requests.shutdownNow();
    }

    @Test
    void R281_one_file_is_read_at_a_time_and_a_few_wait() throws Exception {
        FilePlaces places = new FilePlaces(Duration.ofSeconds(20));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> read = new ArrayList<>();
        for (int i = 0; i <= FilePlaces.MOST_WAITING; i++) {
            read.add(requests.submit(() -> places.reading(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                await(go);
                return now.decrementAndGet();
            })));
        }
        go.countDown();
        for (Future<Integer> each : read) {
            each.get(20, TimeUnit.SECONDS);
        }

        assertEquals(1, most.get());
    }

    @Test
    void R281_whoever_would_wait_too_long_is_refused() throws Exception {
        FilePlaces places = new FilePlaces(Duration.ofMillis(50));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<Boolean> first = requests.submit(() -> places.reading(() -> {
            begun.countDown();
            return await(go);
        }));
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        ProblemException refused = assertThrows(ProblemException.class, () -> places.reading(() -> 1));
        go.countDown();
        first.get(10, TimeUnit.SECONDS);

        assertEquals(KernelProblem.UNAVAILABLE, refused.type());
        assertEquals(2, places.reading(() -> 2), "the turn of who is refused is not lost");
    }

    @Test
    void R281_whoever_finds_too_many_waiting_is_refused_at_once() throws Exception {
        FilePlaces places = new FilePlaces(Duration.ofMinutes(5));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> read = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(3);
        for (int i = 0; i < 1 + FilePlaces.MOST_WAITING + 3; i++) {
            read.add(requests.submit(() -> {
                try {
                    return places.reading(() -> await(go));
                } catch (ProblemException e) {
                    refused.incrementAndGet();
                    over.countDown();
                    return false;
                }
            }));
        }
        assertTrue(over.await(20, TimeUnit.SECONDS));
        go.countDown();
        for (Future<Boolean> each : read) {
            each.get(20, TimeUnit.SECONDS);
        }

        assertEquals(3, refused.get());
    }

    @Test
    void R281_files_are_applied_as_there_is_memory_for_them() throws InterruptedException {
        FilePlaces places = new FilePlaces(Duration.ofMillis(1));
        assertTrue(places.tryApplying(FileBudget.MEGABYTES_APPLIED - 2, Duration.ZERO));
        assertTrue(places.tryApplying(2, Duration.ZERO));
        assertFalse(places.tryApplying(1, Duration.ZERO));
        places.applied(2);
        assertTrue(places.tryApplying(1, Duration.ZERO));
        places.applied(1);
        places.applied(FileBudget.MEGABYTES_APPLIED - 2);
        assertTrue(places.tryApplying(FileBudget.MEGABYTES_APPLIED + 9, Duration.ZERO), "the largest takes all");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
