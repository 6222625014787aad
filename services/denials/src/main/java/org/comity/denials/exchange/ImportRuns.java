package org.comity.denials.exchange;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comity.denials.denial.BulkDenials;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.access.AccessGate;
import org.comity.kernel.audit.AuditEntries;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.comity.sharing.states.MemberStates;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of imports beside their requests, each as the caller who took it and in one transaction, so that a
 * fault or a crash undoes the whole of it. How far it is, it tells in transactions of their own.
 *
 * <p>Rules.
 */
@Singleton
class ImportRuns {

    private static final Logger LOG = Logger.getLogger(ImportRuns.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);
    private static final int MOST_ERRORS = 100;

    /** Each run holds a connection as long as it lasts, and needs another one for its beats. */
    private static final int MOST_AT_ONCE = 4;

    private final ImportStore store;
    private final BulkDenials denials;
    private final MemberStates states;
    private final AuditEntries audit;
    private final CurrentCaller current;
    private final AccessGate gate;
    private final ExecutorService workers;
    private final FilePlaces files;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

    ImportRuns(
            ImportStore store,
            BulkDenials denials,
            MemberStates states,
            AuditEntries audit,
            CurrentCaller current,
            AccessGate gate,
            ExecutorService workers,
            FilePlaces files,
            Clock clock) {
        this.store = store;
        this.denials = denials;
        this.states = states;
        this.audit = audit;
        this.current = current;
        this.gate = gate;
        this.workers = workers;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A step that was begun.
     *
     * @param before where the import stood, and stands again if the step is undone
     * @param megabytes the memory that its file takes while it is applied
     * @param reason why it is sent back, where it is
     */
    record Run(
            UUID id,
            ImportStep step,
            int number,
            ImportStatus before,
            int megabytes,
            @Nullable String reason) {}

    /** Does this in a transaction of its own. */
    <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    /** Goes on with a step, as this caller. */
    void start(Run run, Caller caller) {
        workers.execute(() -> {
            ManagedContext requests = Arc.container().requestContext();
            requests.activate();
            try {
                current.set(caller);
                inTurn(run, caller);
            } finally {
                requests.terminate();
            }
        });
    }

    /** A step that works with a file waits for its memory first, so that it takes the turn of no other. */
    private void inTurn(Run run, Caller caller) {
        Turn turn = wait -> places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        Runnable step = () -> holding(turn, places::release, run, caller, () -> go(run, caller));
        if (run.step() == ImportStep.APPLY) {
            Turn memory = wait -> files.tryApplying(run.megabytes(), wait);
            holding(memory, () -> files.applied(run.megabytes()), run, caller, step);
        } else {
            step.run();
        }
    }

    private interface Turn {

        /** Whether it came within this wait. */
        boolean tryTake(Duration wait) throws InterruptedException;
    }

    /** Waits without a connection while as many run as may, and says that it is alive. */
    private void holding(Turn turn, Runnable release, Run run, Caller caller, Runnable step) {
        try {
            while (!turn.tryTake(BETWEEN_BEATS)) {
                store.beat(run.id(), run.number(), 0, caller, clock.instant());
            }
        } catch (InterruptedException e) {
            // the service stops; the step was not begun, and can be taken again
            Thread.currentThread().interrupt();
            return;
        }
        try {
            step.run();
        } finally {
            release.run();
        }
    }

    private void go(Run run, Caller caller) {
        try {
            current.set(admitted(run, caller));
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> {
                int done = all(run, caller);
                admitted(run, caller);
                if (!store.end(run.id(), run.number(), run.step().to, done, List.of(), caller, clock.instant())) {
                    throw new IllegalStateException("the step was taken over");
                }
            });
        } catch (ProblemException refused) {
            List<FieldError> why = refused.errors().isEmpty()
                    ? List.of(new FieldError(
                            "", refused.detail().orElse(refused.type().title())))
                    : refused.errors();
            undone(run, caller, why);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Import %s: the step %s failed", run.id(), run.step());
            undone(run, caller, List.of(new FieldError("", "Something failed on our side. Nothing was changed.")));
        }
    }

    /** The caller as it may act now, which the request of the step asked last. */
    private Caller admitted(Run run, Caller caller) {
        Caller now = gate.admit(caller);
        if (!run.step().takenBy().lets(now)) {
            throw KernelProblem.ACCESS_ENDED.because("The role that this step needs was taken away.");
        }
        return now;
    }

    private void undone(Run run, Caller caller, List<FieldError> why) {
        inTransaction(() -> store.end(run.id(), run.number(), run.before(), 0, why, caller, clock.instant()));
    }

    private int all(Run run, Caller caller) {
        store.passOverNone(run.id(), caller);
        List<ImportRecord> records = store.records(run.id(), caller);
        OneByOne each =
                switch (run.step()) {
                    case APPLY -> applying(run, caller);
                    case SUBMIT -> submitting(run, caller);
                    case APPROVE -> approving(run, caller);
                    case RETURN -> returning(run, caller);
                    case DISCARD -> discarding(run, caller);
                };
        List<FieldError> errors = new ArrayList<>();
        List<UUID> changed = new ArrayList<>();
        Instant beat = clock.instant();
        int done = 0;
        for (ImportRecord record : records) {
            try {
                each.take(record).ifPresent(changed::add);
            } catch (ProblemException refused) {
                faults(record, refused).stream()
                        .limit(MOST_ERRORS - errors.size())
                        .forEach(errors::add);
                if (errors.size() == MOST_ERRORS) {
                    break;
                }
            }
            done++;
            Instant now = clock.instant();
            if (beat.plus(BETWEEN_BEATS).isBefore(now)) {
                store.beat(run.id(), run.number(), done, caller, now);
                beat = now;
            }
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
        alsoOfTheFile(run, caller);
        audit.changed(
                caller, ImportResource.PATH + "/" + run.id() + "/" + run.step().verb(), changed);
        return done - store.passedOver(run.id(), caller);
    }

    /** What a step does with the import itself. */
    private void alsoOfTheFile(Run run, Caller caller) {
        switch (run.step()) {
            case APPLY, APPROVE -> {
                // nothing but its status
            }
            case SUBMIT -> store.returnedBecause(run.id(), null, caller);
            case RETURN -> store.returnedBecause(run.id(), run.reason(), caller);
            case DISCARD -> store.forgetFile(run.id(), caller);
        }
    }

    private interface OneByOne {

        /**
         * Takes the step with one.
         *
         * @return the denial, where it was changed
         */
        Optional<UUID> take(ImportRecord record);
    }

    private OneByOne applying(Run run, Caller caller) {
        ImportStore.Stored stored = store.find(run.id(), caller).orElseThrow();
        Map<String, DenialInFile> inFile = files.readingOfStep(() -> inFile(stored, caller));
        Map<String, BulkDenials.Known> known = denials.known(inFile.keySet());
        BulkDenials.Opening opening = denials.opening();
        Instant at = clock.instant();
        return record -> {
            DenialInFile denial = inFile.get(record.reference());
            BulkDenials.Known there = known.get(record.reference());
            if (denial == null
                    || (there == null) != (record.change() == Change.NEW)
                    || record.change() == Change.CHANGED && !isAsChecked(record)) {
                throw KernelProblem.CONFLICT.because("This changed since the file was checked. Send the file again.");
            }
            UUID id =
                    switch (record.change()) {
                        case NEW -> opening.open(denial.content());
                        case CHANGED -> {
                            denials.edit(
                                    Objects.requireNonNull(there).id(),
                                    draft -> ChangedDraft.of(draft, denial, stored.settings()));
                            yield there.id();
                        }
                        case UNCHANGED -> Objects.requireNonNull(there).id();
                    };
            store.applied(run.id(), record.position(), id, caller, at);
            return record.change() == Change.UNCHANGED ? Optional.empty() : Optional.of(id);
        };
    }

    private Map<String, DenialInFile> inFile(ImportStore.Stored stored, Caller caller) {
        Map<String, DenialInFile> inFile = new HashMap<>();
        try {
            new FileCheck(caller.ownState(), new States(states.names()), stored.settings(), denials.rules()::wrong)
                    .check(FileReader.read(store.file(stored.id(), caller), stored.format())).denials().stream()
                            .filter(DenialInFile::isRight)
                            .forEach(denial -> inFile.put(denial.reference(), denial));
            return inFile;
        } catch (UnreadableFile e) {
            throw new IllegalStateException("what was read before cannot be read again", e);
        }
    }

    private boolean isAsChecked(ImportRecord record) {
        if (record.denial() == null) {
            return false;
        }
        return denials.standing(record.denial())
                .filter(BulkDenials.Standing::isDraft)
                .filter(standing -> Objects.equals(standing.version(), record.checkedVersion()))
                .isPresent();
    }

    /** What was submitted by itself since is left as it is, and named. */
    private OneByOne submitting(Run run, Caller caller) {
        return ofTheFile(run, caller, (record, id, standing) -> {
            if (standing.isDraft()) {
                denials.submit(id);
                int version = denials.standing(id).orElseThrow().version();
                store.submitted(run.id(), record.position(), version, caller);
                if (isUntouched(record, standing)) {
                    store.left(run.id(), record.position(), version, caller);
                }
                return Optional.of(id);
            }
            if (standing.isSubmitted()) {
                store.passedOver(run.id(), record.position(), caller);
            }
            return Optional.empty();
        });
    }

    /** Takes what was submitted with the file and was not touched since; what was is left as it is, and named. */
    private OneByOne approving(Run run, Caller caller) {
        return ofTheFile(run, caller, (record, id, standing) -> {
            if (isAsSubmitted(record, standing)) {
                denials.approve(id);
                return Optional.of(id);
            }
            if (!standing.isOut()) {
                store.passedOver(run.id(), record.position(), caller);
            }
            return Optional.empty();
        });
    }

    /** Sends back what was submitted with the file and still waits; what was submitted otherwise is left and named. */
    private OneByOne returning(Run run, Caller caller) {
        return ofTheFile(run, caller, (record, id, standing) -> {
            if (isAsSubmitted(record, standing)) {
                denials.sendBack(id, Objects.requireNonNull(run.reason()));
                if (isUntouched(record, standing)) {
                    int version = denials.standing(id).orElseThrow().version();
                    store.left(run.id(), record.position(), version, caller);
                }
                return Optional.of(id);
            }
            if (standing.isSubmitted()) {
                store.passedOver(run.id(), record.position(), caller);
            }
            return Optional.empty();
        });
    }

    private static boolean isAsSubmitted(ImportRecord record, BulkDenials.Standing standing) {
        return standing.isSubmitted() && Objects.equals(standing.version(), record.submittedVersion());
    }

    /** Whether nobody but this import has written it, up to now. */
    private static boolean isUntouched(ImportRecord record, BulkDenials.Standing standing) {
        return Objects.equals(standing.version(), record.lastVersion());
    }

    /** Throws away the drafts that the file made and that nobody touched by themselves; all others are named. */
    private OneByOne discarding(Run run, Caller caller) {
        if (run.before() != ImportStatus.APPLIED) {
            return record -> Optional.empty();
        }
        OneByOne drafts = ofTheFile(run, caller, (record, id, standing) -> {
            if (record.change() == Change.NEW && standing.isDraft() && isUntouched(record, standing)) {
                denials.discard(id);
                return Optional.of(id);
            }
            store.passedOver(run.id(), record.position(), caller);
            return Optional.empty();
        });
        return record -> record.discarded() ? Optional.empty() : drafts.take(record);
    }

    private interface OfTheFile {

        /** As {@link OneByOne}, with the denial and how it stands. */
        Optional<UUID> take(ImportRecord record, UUID id, BulkDenials.Standing standing);
    }

    /** Whatever was thrown away since is left out, and named. */
    private OneByOne ofTheFile(Run run, Caller caller, OfTheFile step) {
        return record -> {
            if (record.discarded()) {
                store.passedOver(run.id(), record.position(), caller);
                return Optional.empty();
            }
            UUID id = Objects.requireNonNull(record.denial(), "applied records have their denial");
            Optional<BulkDenials.Standing> standing = denials.standing(id);
            if (standing.isEmpty()) {
                store.passedOver(run.id(), record.position(), caller);
                return Optional.empty();
            }
            return step.take(record, id, standing.get());
        };
    }

    /** Why the step is refused for this one, by its reference. */
    private static List<FieldError> faults(ImportRecord record, ProblemException refused) {
        return refused.errors().isEmpty()
                ? List.of(new FieldError(
                        pointer(record), refused.detail().orElse(refused.type().title())))
                : refused.errors().stream()
                        .map(error -> new FieldError(pointer(record) + error.pointer(), error.detail()))
                        .toList();
    }

    private static String pointer(ImportRecord record) {
        return "/" + record.reference().replace("~", "~0").replace("/", "~1");
    }
}
