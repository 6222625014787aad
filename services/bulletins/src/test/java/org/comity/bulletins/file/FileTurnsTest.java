package org.comity.bulletins.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is, and under which name a file goes out. */
class FileTurnsTest {

    @Test
    void R366_one_file_is_received_four_wait_and_another_is_refused_at_once() throws Exception {
        FileTurns turns = new FileTurns();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (ExecutorService requests = Executors.newCachedThreadPool()) {
            Future<?>[] all = new Future<?>[6];
            for (int i = 0; i < all.length; i++) {
                all[i] = requests.submit(() -> {
                    try {
                        return turns.receiving(() -> await(go));
                    } catch (ProblemException e) {
                        refused.countDown();
                        throw e;
                    }
                });
            }
            assertEquals(true, refused.await(5, TimeUnit.SECONDS));
            go.countDown();
            int failed = 0;
            for (Future<?> one : all) {
                try {
                    one.get(20, TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException e) {
                    failed++;
                }
            }
            assertEquals(1, failed);
        }
        assertEquals(2, turns.receiving(() -> 2), "no turn is lost");
        assertThrows(
                IllegalStateException.class,
                () -> turns.receiving(() -> {
                    throw new IllegalStateException();
                }));
        assertEquals(3, turns.receiving(() -> 3));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            report.pdf      | filename="report.pdf"; filename*=UTF-8''report.pdf
            a";x="y.pdf     | filename="a__x__y.pdf"; filename*=UTF-8''a%22%3Bx%3D%22y.pdf
            Ω \\ 1.txt      | filename="_ _ 1.txt"; filename*=UTF-8''%CE%A9%20%5C%201.txt
            """)
    void R371_a_name_ends_where_it_ends(String name, String header) {
        assertEquals(header, FileTurns.names(name));
    }
}
