package org.comity.denials.exchange;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.denials.person.PersonKeys;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Imports in their tables; both halves of the wall stand in each statement. */
@Singleton
class ImportStore {

    private static final String IMPORT = "select id, status, file_name, created_at, created_by, created_by_name,"
            + " row_count as rows, coalesce(fault_count, jsonb_array_length(faults)) as fault_count, done, beat_at,"
            + " coalesce(failure, '[]') as failure, settings, format, step, returned_because, coalesce(megabytes, "
            + FileBudget.MEGABYTES_APPLIED + ") as megabytes from denial_import where originator_state = :own";

    private static final String THIS = " where id = :id and originator_state = :own";
    private static final String RECORDS_OF_THIS = " where import_id = :id and originator_state = :own";

    private final Sql sql;
    private final PersonKeys keys;

    ImportStore(Sql sql, PersonKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** An import as it is stored, without its file. */
    record Stored(
            UUID id,
            ImportStatus status,
            String fileName,
            Instant createdAt,
            Person createdBy,
            int rows,
            int faultCount,
            int done,
            Instant beatAt,
            List<FieldError> failure,
            ImportSettings settings,
            FileFormat format,
            int step,
            @Nullable String returnedBecause,
            int megabytes) {

        /** Where it stood before the step that throws it away. */
        ImportStatus beforeDiscard(boolean applied) {
            return applied ? ImportStatus.APPLIED : faultCount == 0 ? ImportStatus.CHECKED : ImportStatus.FAULTY;
        }
    }

    /**
     * What was read from a file.
     *
     * @param megabytes the memory that it takes while it is applied
     * @param faults those that are kept of all that there are
     */
    record Received(
            UUID id,
            String fileName,
            FileFormat format,
            byte[] file,
            ImportSettings settings,
            int rows,
            int megabytes,
            List<Fault> faults,
            int faultCount) {}

    @Transactional
    void add(Received received, ImportStatus status, List<ImportRecord> records, Caller by, Instant at) {
        sql.into("denial_import")
                .with("id", received.id(), "originator_state", by.ownState(), "created_by", by.person())
                .with("created_at", at, "file_name", received.fileName(), "format", received.format())
                .with("file", keys.encrypt(received.id(), received.file()), "encrypted", true)
                .json("settings", received.settings())
                .with("row_count", received.rows(), "megabytes", received.megabytes())
                .json("faults", received.faults())
                .with("fault_count", received.faultCount(), "status", status, "step", 0, "done", 0)
                .with("beat_at", at)
                .run();
        if (records.isEmpty()) {
            return;
        }
        of(
                        "insert into denial_import_record (import_id, originator_state, position, reference, first_row,"
                                + " change, fingerprint, denial_id, checked_version) select :id, :own, t.* from unnest("
                                + ":positions, :references, :firstRows, :changes, :fingerprints, :denials, :versions) as t",
                        received.id(),
                        by)
                .with("positions", each(records, Integer[]::new, ImportRecord::position))
                .with("references", each(records, String[]::new, ImportRecord::reference))
                .with("firstRows", each(records, Integer[]::new, ImportRecord::firstRow))
                .with("changes", each(records, String[]::new, record -> record.change()
                        .name()))
                .with("fingerprints", each(records, String[]::new, ImportRecord::fingerprint))
                .with("denials", each(records, UUID[]::new, ImportRecord::denial))
                .with("versions", each(records, Integer[]::new, ImportRecord::checkedVersion))
                .run();
    }

    private static <T> T[] each(
            List<ImportRecord> records,
            java.util.function.IntFunction<T[]> array,
            Function<ImportRecord, @Nullable T> value) {
        T[] values = array.apply(records.size());
        Arrays.setAll(values, i -> value.apply(records.get(i)));
        return values;
    }

    /** A statement about one import of the caller's state. */
    private SqlStatement of(String text, UUID id, Caller by) {
        return sql.of(text).with("id", id, "own", by.ownState());
    }

    /** A change of one record of an import of the caller's state. */
    private SqlStatement record(String change, UUID id, int position, Caller by) {
        return of("update denial_import_record set " + change + RECORDS_OF_THIS + " and position = :position", id, by)
                .with("position", position);
    }

    Optional<Stored> find(UUID id, Caller by) {
        return of(IMPORT + " and id = :id", id, by).first(Stored.class);
    }

    /** Imports of the caller's state, newest first, one more than the page wants. */
    List<Stored> list(Caller by, PageRequest page) {
        return sql.of(IMPORT)
                .with("own", by.ownState())
                .newestFirst(page, "created_at", "id")
                .list(Stored.class);
    }

    private record Faults(List<Fault> faults) {}

    /** What is wrong with its file, as far as it was kept. */
    List<Fault> faults(UUID id, Caller by) {
        return of("select faults from denial_import" + THIS, id, by)
                .one(Faults.class)
                .faults();
    }

    private record KeptFile(byte[] file, boolean encrypted, boolean fileKept) {}

    /**
     * The file as it was received.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 once it was removed
     */
    byte[] file(UUID id, Caller by) {
        KeptFile kept = of("select file, encrypted, file_kept from denial_import" + THIS, id, by)
                .one(KeptFile.class);
        if (!kept.fileKept()) {
            throw KernelProblem.NOT_FOUND.because("The file is not kept any more.");
        }
        return kept.encrypted() ? keys.decrypt(id, kept.file()) : kept.file();
    }

    List<ImportRecord> records(UUID id, Caller by) {
        return of(
                        "select position, reference, first_row, change, fingerprint, denial_id as denial,"
                                + " checked_version, applied_at is not null as applied, submitted_version, last_version,"
                                + " passed_over from denial_import_record" + RECORDS_OF_THIS + " order by position",
                        id,
                        by)
                .list(ImportRecord.class);
    }

    private record Count(Change change, int count) {}

    /** How many of an import are new, changed, unchanged. */
    ImportView.Counts counts(UUID id, Caller by) {
        Map<Change, Integer> counts = of(
                        "select change, count(*) from denial_import_record" + RECORDS_OF_THIS + " group by change",
                        id,
                        by)
                .list(Count.class)
                .stream()
                .collect(Collectors.toMap(Count::change, Count::count));
        return new ImportView.Counts(
                counts.getOrDefault(Change.NEW, 0),
                counts.getOrDefault(Change.CHANGED, 0),
                counts.getOrDefault(Change.UNCHANGED, 0));
    }

    /** How many of an import the last step left out. */
    int passedOver(UUID id, Caller by) {
        return of("select count(*) from denial_import_record" + RECORDS_OF_THIS + " and passed_over", id, by)
                .one(Integer.class);
    }

    private record Fingerprint(String reference, String fingerprint) {}

    /** What the last applied import of each reference said. */
    Map<String, String> fingerprints(Collection<String> references, Caller by) {
        return sql
                .of("select distinct on (reference) reference, fingerprint from denial_import_record"
                        + " where originator_state = :own and applied_at is not null and denial_id is not null"
                        + " and reference = any (:references) order by reference, applied_at desc")
                .with("own", by.ownState(), "references", references)
                .list(Fingerprint.class)
                .stream()
                .collect(Collectors.toMap(Fingerprint::reference, Fingerprint::fingerprint));
    }

    /**
     * Begins a step.
     *
     * @return whether it begins here: another one may have been quicker
     */
    boolean begin(Stored seen, ImportStatus during, Caller by, Instant at) {
        return of(
                                "update denial_import set status = :status, step = step + 1, done = 0, beat_at = :at,"
                                        + " failure = null" + THIS + " and step = :step",
                                seen.id(),
                                by)
                        .with("status", during, "at", at, "step", seen.step())
                        .run()
                == 1;
    }

    /** The running step is alive, and so far. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void beat(UUID id, int step, int done, Caller by, Instant at) {
        of("update denial_import set done = :done, beat_at = :at" + THIS + " and step = :step", id, by)
                .with("done", done, "at", at, "step", step)
                .run();
    }

    /** A draft was made of this record, or its draft changed, or nothing had to be. */
    void applied(UUID id, int position, @Nullable UUID denial, Caller by, Instant at) {
        record(
                        "denial_id = :denial, applied_at = :at, last_version = case when change = 'NEW' then"
                                + " (select f.row_version from denial_file f where f.denial_id = :denial) end",
                        id,
                        position,
                        by)
                .with("denial", denial, "at", at)
                .run();
    }

    /** The denial was submitted with this import, in this version of its file. */
    void submitted(UUID id, int position, int version, Caller by) {
        record("submitted_version = :version", id, position, by)
                .with("version", version)
                .run();
    }

    /** A step of this import made the draft or changed it, and left its file in this version. */
    void left(UUID id, int position, int version, Caller by) {
        record("last_version = :version", id, position, by)
                .with("version", version)
                .run();
    }

    /** Why what was submitted with it came back; nothing, once it is submitted again. */
    void returnedBecause(UUID id, @Nullable String reason, Caller by) {
        of("update denial_import set returned_because = :reason" + THIS, id, by)
                .with("reason", reason)
                .run();
    }

    /** The file is thrown away. */
    void forgetFile(UUID id, Caller by) {
        of("update denial_import set file = ''::bytea, file_kept = false" + THIS, id, by)
                .run();
    }

    /** Whether its drafts were made. */
    boolean isApplied(UUID id, Caller by) {
        return of(
                        "select 1 from denial_import_record" + RECORDS_OF_THIS + " and applied_at is not null limit 1",
                        id,
                        by)
                .exists();
    }

    /** A step begins, and has left nothing out. */
    void passOverNone(UUID id, Caller by) {
        of("update denial_import_record set passed_over = false" + RECORDS_OF_THIS + " and passed_over", id, by)
                .run();
    }

    /** The running step leaves this one out. */
    void passedOver(UUID id, int position, Caller by) {
        record("passed_over = true", id, position, by).run();
    }

    /**
     * Ends a step, in the transaction of its effect or after it was undone.
     *
     * @return whether the step was still this one's to end: one that was taken for interrupted may have been taken again
     */
    boolean end(UUID id, int step, ImportStatus status, int done, List<FieldError> failure, Caller by, Instant at) {
        return of(
                                "update denial_import set status = :status, done = :done, beat_at = :at,"
                                        + " failure = :failure" + THIS + " and step = :step",
                                id,
                                by)
                        .with("status", status, "done", done, "at", at, "step", step)
                        .json("failure", failure.isEmpty() ? null : failure)
                        .run()
                == 1;
    }
}
