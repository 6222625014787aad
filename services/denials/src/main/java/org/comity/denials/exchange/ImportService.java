package org.comity.denials.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.BulkDenials;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.http.ETag;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.text.PlainText;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.states.MemberStates;
import org.jspecify.annotations.Nullable;

/**
 * Receives files, checks them, tells how they stand, and begins their steps.
 *
 * <p>Rules: R-189.
 */
@Singleton
class ImportService {

    /** Assumption: a step that was not seen alive for so long was broken off. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private final ImportStore store;
    private final ImportRuns runs;
    private final BulkDenials denials;
    private final MemberStates states;
    private final RequestBody bodies;
    private final Reply.Writer replies;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Identifiers identifiers;
    private final Clock clock;

    ImportService(
            ImportStore store,
            ImportRuns runs,
            BulkDenials denials,
            MemberStates states,
            RequestBody bodies,
            Reply.Writer replies,
            AuditTrail trail,
            ObjectMapper json,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.denials = denials;
        this.states = states;
        this.bodies = bodies;
        this.replies = replies;
        this.trail = trail;
        this.json = json;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Checks a file whole and keeps the result: a dry run, which makes no draft yet. */
    @Transactional
    Reply receive(String fileName, byte[] file, ImportSettings settings, String path) {
        Caller caller = denials.desk();
        FileFormat format = FileFormat.ofName(fileName)
                .orElseThrow(() -> ImportProblem.UNREADABLE_FILE.at("/file", "A file is .csv or .xlsx."));
        // before the first query, so that a file that takes long holds no connection
        ReadFile read = read(file, format);
        BulkDenials.Rules rules = denials.rules();
        refuseWrongSettings(settings, rules);
        FileCheck.Checked checked =
                new FileCheck(caller.ownState(), new States(states.names()), settings, rules::wrong).check(read);
        FoundFaults found = checked.found();
        List<ImportRecord> records = compared(checked.denials(), found, caller);
        boolean isRight = found.count() == 0;
        ImportStore.Received received = new ImportStore.Received(
                identifiers.next(),
                fileName,
                format,
                file,
                settings,
                read.rows().size(),
                read.megabytes(),
                found.all(),
                found.count());
        store.add(
                received,
                isRight ? ImportStatus.CHECKED : ImportStatus.FAULTY,
                isRight ? records : List.of(),
                caller,
                clock.instant());
        trail.touched(received.id());
        return replies.created(path + "/" + received.id(), view(found(received.id(), caller), caller));
    }

    private void refuseWrongSettings(ImportSettings settings, BulkDenials.Rules rules) {
        List<FieldError> errors = new ArrayList<>(bodies.faults(settings));
        if (errors.isEmpty()) {
            DraftDenial empty = new RowsToDraft(
                            "",
                            List.of(new FileRow(1, Map.of())),
                            settings,
                            new States(Map.of()),
                            row -> org.comity.denials.content.PartyRole.AGENT)
                    .draft();
            rules.wrong(empty).stream()
                    .filter(
                            error -> error.pointer()
                                    .matches(
                                            "/(kind|decisionDate|basis|suspensionEndsOn|tlp|permittedUse|provenance|releasability)(/.*)?"))
                    .forEach(errors::add);
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors.stream()
                    .map(error -> new FieldError("/settings" + error.pointer(), error.detail()))
                    .toList());
        }
    }

    private static ReadFile read(byte[] file, FileFormat format) {
        try {
            return FileReader.read(file, format);
        } catch (UnreadableFile e) {
            throw ImportProblem.UNREADABLE_FILE.at("/file", String.valueOf(e.getMessage()));
        }
    }

    /** What applying would do with each; a denial that an import cannot change is a fault. */
    private List<ImportRecord> compared(List<DenialInFile> inFile, FoundFaults found, Caller caller) {
        // a reference at fault may have what the database does not take, such as a zero character
        List<String> references = inFile.stream()
                .map(DenialInFile::reference)
                .filter(reference -> PlainText.Check.fault(reference, FileBudget.MOST_IN_A_CELL, false) == null)
                .toList();
        Map<String, BulkDenials.Known> known = denials.known(references);
        Map<String, String> before = store.fingerprints(references, caller);
        List<ImportRecord> records = new ArrayList<>();
        for (DenialInFile denial : inFile) {
            // what is at fault is not applied, and may be too large to be written
            String fingerprint = denial.isRight() ? fingerprint(denial.content()) : "";
            BulkDenials.Known there = known.get(denial.reference());
            Change change = there == null
                    ? Change.NEW
                    : fingerprint.equals(before.get(denial.reference())) ? Change.UNCHANGED : Change.CHANGED;
            if (there != null && change == Change.CHANGED && !there.isDraft()) {
                found.add(
                        denial.firstRow(),
                        Column.REFERENCE,
                        "Your state submitted or notified this denial already. Amend it there.");
            }
            records.add(new ImportRecord(
                    records.size(),
                    denial.reference(),
                    denial.firstRow().number(),
                    change,
                    fingerprint,
                    there == null ? null : there.id(),
                    there == null ? null : there.version(),
                    false,
                    null,
                    null,
                    false));
        }
        return records;
    }

    private String fingerprint(DraftDenial content) {
        try {
            return ETag.of(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8))
                    .value();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content cannot be written", e);
        }
    }

    /** One import. */
    @Transactional
    Reply read(UUID id) {
        Caller caller = denials.desk();
        trail.touched(id);
        return replies.ok(view(found(id, caller), caller));
    }

    /** Imports of the caller's state, newest first. */
    @Transactional
    Page<ImportView> list(PageRequest page) {
        Caller caller = denials.desk();
        return Page.of(
                store.list(caller, page),
                page.limit(),
                last -> new PageRequest.Position(last.createdAt(), last.id()).cursor(),
                shown -> shown.stream()
                        .map(each -> view(each, List.of(), caller))
                        .toList());
    }

    /** The denials of an import. */
    @Transactional
    List<ImportRecord> records(UUID id) {
        Caller caller = denials.desk();
        trail.touched(id);
        return store.records(found(id, caller).id(), caller);
    }

    /** A file with a further column that says what is wrong in each row. */
    record Annotated(String fileName, FileFormat format, byte[] file) {}

    /** The file again, its faults written beside its rows. */
    @Transactional
    Annotated annotated(UUID id) {
        Caller caller = denials.desk();
        trail.touched(id);
        ImportStore.Stored stored = found(id, caller);
        List<FileRow> rows = read(store.file(id, caller), stored.format()).rows();
        return new Annotated(
                stored.fileName(),
                stored.format(),
                FileWriter.annotated(rows, store.faults(id, caller), stored.faultCount(), stored.format()));
    }

    /** Begins a step, which goes on after the answer. */
    Reply begin(RecordVersion version, ImportStep step) {
        return begin(version, step, null);
    }

    /** Begins to send back all that was submitted with it. */
    Reply sendBack(RecordVersion version, String reason) {
        return begin(version, ImportStep.RETURN, reason);
    }

    private Reply begin(RecordVersion version, ImportStep step, @Nullable String reason) {
        Caller caller = denials.desk();
        UUID id = version.id();
        trail.touched(id);
        ImportRuns.Run run = begun(version, step, reason, caller);
        runs.start(run, caller);
        Reply now = runs.inTransaction(() -> replies.ok(view(found(id, caller), caller)));
        return new Reply(202, null, now.etag(), now.json());
    }

    private ImportRuns.Run begun(RecordVersion version, ImportStep step, @Nullable String reason, Caller caller) {
        return runs.inTransaction(() -> {
            UUID id = version.id();
            ImportStore.Stored stored = found(id, caller);
            step.takenBy().require(caller);
            replies.etag(view(stored, caller)).require(version.ifMatch());
            ImportStatus during =
                    step.ask(stored.status(), isInterrupted(stored)).taken();
            if (!store.begin(stored, during, caller, clock.instant())) {
                throw ImportProblem.IMPORT_RUNNING.because("Somebody else just took this step.");
            }
            ImportStatus before = step == ImportStep.DISCARD
                    ? stored.beforeDiscard(store.isApplied(id, caller))
                    : step.from.iterator().next();
            return new ImportRuns.Run(id, step, stored.step() + 1, before, stored.megabytes(), reason);
        });
    }

    private ImportStore.Stored found(UUID id, Caller caller) {
        return store.find(id, caller)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no import of this id."));
    }

    private boolean isInterrupted(ImportStore.Stored stored) {
        return stored.status().isRunning() && stored.beatAt().plus(SILENCE).isBefore(clock.instant());
    }

    private ImportView view(ImportStore.Stored stored, Caller caller) {
        return view(stored, store.faults(stored.id(), caller), caller);
    }

    private ImportView view(ImportStore.Stored stored, List<Fault> faults, Caller caller) {
        ImportView.Counts counts = store.counts(stored.id(), caller);
        int total = counts.created() + counts.changed() + counts.unchanged();
        return new ImportView(
                stored.id(),
                stored.status(),
                stored.fileName(),
                stored.createdAt(),
                stored.createdBy(),
                stored.rows(),
                total,
                counts,
                faults,
                stored.faultCount(),
                new ImportView.Progress(stored.done(), total),
                store.passedOver(stored.id(), caller),
                isInterrupted(stored),
                stored.failure(),
                stored.returnedBecause(),
                stored.settings(),
                NoDuty.ANY,
                LifeStep.open(ImportStep.class, caller, step -> step.ask(stored.status(), isInterrupted(stored))
                        .isOpen()));
    }
}
