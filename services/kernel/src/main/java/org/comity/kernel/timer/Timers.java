package org.comity.kernel.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs at their intervals, each in one replica at a time: db-scheduler keeps in the table {@code timer_run} who
 * has which. When a replica dies in the middle of a run, another one takes the job over after about half a minute.
 *
 * <p>The scheduler reads the real time to know when to run; what is due then is for the job and its clock.
 */
public final class Timers {

    static final String TABLE = "timer_run";

    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final Clock WALL = Clock.systemUTC();
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(3);

    private final DataSource database;
    private final List<TimerJob> jobs;
    private final MeterRegistry metrics;
    private @Nullable Scheduler scheduler;

    /**
     * Makes timers that do not run yet.
     *
     * @param database as the role {@code <service>_timer}
     */
    public Timers(DataSource database, List<TimerJob> jobs, MeterRegistry metrics) {
        this.database = database;
        this.jobs = List.copyOf(jobs);
        this.metrics = metrics;
    }

    /** Runs them from now on; a service without jobs has no scheduler. */
    public synchronized void start() {
        if (jobs.isEmpty() || scheduler != null) {
            return;
        }
        List<RecurringTask<?>> tasks = new ArrayList<>();
        for (TimerJob job : jobs) {
            tasks.add(Tasks.recurring(job.name(), FixedDelay.of(job.interval())).execute((instance, context) -> {
                run(job);
            }));
        }
        scheduler = Scheduler.create(database)
                .tableName(TABLE)
                .startTasks(tasks)
                .threads(jobs.size())
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPPED_WITHIN)
                .build();
        scheduler.start();
    }

    /** Runs them no more; what is in the middle of a run has three seconds. */
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    /**
     * Runs every job once, here and now, whatever the schedule says.
     *
     * @return how much was done
     */
    public int runAll() {
        return jobs.stream().mapToInt(this::run).sum();
    }

    private int run(TimerJob job) {
        Instant began = Instant.now(WALL);
        String outcome = "failed";
        try {
            int done = job.run();
            outcome = "done";
            return done;
        } catch (SQLException e) {
            // The scheduler keeps the failure, and tries again at the next interval.
            throw new IllegalStateException("the timer " + job.name() + " failed", e);
        } finally {
            metrics.timer("comity.timer.run", "job", job.name(), "outcome", outcome)
                    .record(Duration.between(began, Instant.now(WALL)));
            LOG.debugf("Timer %s: %s", job.name(), outcome);
        }
    }

    /** How each job last ran, in whichever replica. */
    public List<LastRun> lastRuns() throws SQLException {
        if (jobs.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select task_name, last_success, last_failure,"
                        + " coalesce(consecutive_failures, 0) from " + TABLE + " order by task_name")) {
            List<LastRun> runs = new ArrayList<>();
            while (row.next()) {
                runs.add(new LastRun(row.getString(1), instant(row, 2), instant(row, 3), row.getInt(4)));
            }
            return runs;
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /**
     * How a job last ran.
     *
     * @param failures how often it failed since it last succeeded
     */
    public record LastRun(String job, Optional<Instant> success, Optional<Instant> failure, int failures) {}
}
