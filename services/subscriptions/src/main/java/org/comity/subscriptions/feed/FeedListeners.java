package org.comity.subscriptions.feed;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.kernel.timer.TimerTransactions;

/** Who is told of entries: the beans in the entries' transaction, and those who wait for news after it. */
@Singleton
public class FeedListeners {

    private final Instance<FeedListener> all;
    private final CopyOnWriteArrayList<Runnable> waiting = new CopyOnWriteArrayList<>();

    FeedListeners(Instance<FeedListener> all) {
        this.all = all;
    }

    void told(TimerTransactions.Transaction transaction, List<FeedListener.Told> told) {
        all.forEach(listener -> listener.told(transaction, told));
    }

    /** This replica wrote entries: those who wait look for theirs. Entries of other replicas are found by looking again. */
    void ring() {
        waiting.forEach(Runnable::run);
    }

    /** Runs when this replica wrote entries, until it is taken off. */
    public void onNews(Runnable news) {
        waiting.add(news);
    }

    /** Takes it off. */
    public void forget(Runnable news) {
        waiting.remove(news);
    }
}
