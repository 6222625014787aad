package org.comity.denials.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.denials.person.PersonKeys;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Imports in their tables; both halves of the wall stand in each statement. */
@Singleton
class ImportStore {

    private static final String COLUMNS = "id, status, file_name, created_at, created_by_name, row_count,"
            + " coalesce(fault_count, jsonb_array_length(faults)),"
            + " done, beat_at, failure::text, settings::text, format, step,"
            + " returned_because, created_by, coalesce(megabytes, "
            + FileBudget.MEGABYTES_APPLIED + ")";

    private final EntityManager database;
    private final ObjectMapper json;
    private final PersonKeys keys;

    ImportStore(EntityManager database, ObjectMapper json, PersonKeys keys) {
        this.database = database;
        this.json = json;
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
        database.createNativeQuery("insert into denial_import (id, originator_state, created_by, created_by_name,"
                        + " created_at, file_name, format, file, settings, row_count, megabytes, faults, fault_count, status, step, done, beat_at,"
                        + " encrypted)"
                        + " values (:id, :own, :person, :name, :at, :fileName, :format, :file, cast(:settings as jsonb),"
                        + " :rows, :megabytes, cast(:faults as jsonb), :faultCount, :status, 0, 0, :at, true)")
                .setParameter("id", received.id())
                .setParameter("own", by.ownState().value())
                .setParameter("person", by.person().id())
                .setParameter("name", by.person().name())
                .setParameter("at", at)
                .setParameter("fileName", received.fileName())
                .setParameter("format", received.format().name())
                .setParameter("file", keys.encrypt(received.id(), received.file()))
                .setParameter("settings", written(received.settings()))
                .setParameter("rows", received.rows())
                .setParameter("faults", written(received.faults()))
                .setParameter("megabytes", received.megabytes())
                .setParameter("faultCount", received.faultCount())
                .setParameter("status", status.name())
                .executeUpdate();
        if (records.isEmpty()) {
            return;
        }
        database.createNativeQuery("insert into denial_import_record"
                        + " (import_id, originator_state, position, reference, first_row, change, fingerprint, denial_id,"
                        + " checked_version) select :id, :own, p, r, f, c, h, nullif(d, '')::uuid, nullif(v, -1)"
                        + " from unnest(:positions, :references, :firstRows, :changes, :fingerprints, :denials, :versions)"
                        + " as t (p, r, f, c, h, d, v)")
                .setParameter("id", received.id())
                .setParameter("own", by.ownState().value())
                .setParameter(
                        "positions",
                        records.stream().map(ImportRecord::position).toArray(Integer[]::new))
                .setParameter(
                        "references",
                        records.stream().map(ImportRecord::reference).toArray(String[]::new))
                .setParameter(
                        "firstRows",
                        records.stream().map(ImportRecord::firstRow).toArray(Integer[]::new))
                .setParameter(
                        "changes", records.stream().map(r -> r.change().name()).toArray(String[]::new))
                .setParameter(
                        "fingerprints",
                        records.stream().map(ImportRecord::fingerprint).toArray(String[]::new))
                .setParameter(
                        "denials",
                        records.stream()
                                .map(r -> r.denial() == null ? "" : r.denial().toString())
                                .toArray(String[]::new))
                .setParameter(
                        "versions",
                        records.stream()
                                .map(r -> r.checkedVersion() == null ? -1 : r.checkedVersion())
                                .toArray(Integer[]::new))
                .executeUpdate();
    }

    Optional<Stored> find(UUID id, Caller by) {
        return stored(database.createNativeQuery(
                                "select " + COLUMNS + " from denial_import where id = :id and originator_state = :own")
                        .setParameter("id", id)
                        .setParameter("own", by.ownState().value()))
                .stream()
                .findFirst();
    }

    /** Imports of the caller's state, newest first, one more than the page wants. */
    List<Stored> list(Caller by, PageRequest page) {
        Query query = database.createNativeQuery(
                        "select " + COLUMNS + " from denial_import where originator_state = :own"
                                + (page.after().isPresent() ? " and (created_at, id) < (:at, :id)" : "")
                                + " order by created_at desc, id desc limit :limit")
                .setParameter("own", by.ownState().value())
                .setParameter("limit", page.limit() + 1);
        page.after().ifPresent(place -> query.setParameter("at", place.at()).setParameter("id", place.id()));
        return stored(query);
    }

    private List<Stored> stored(Query query) {
        List<Stored> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            found.add(new Stored(
                    (UUID) cells[0],
                    ImportStatus.valueOf((String) cells[1]),
                    (String) cells[2],
                    (Instant) cells[3],
                    new Person((String) cells[14], (String) cells[4]),
                    (Integer) cells[5],
                    (Integer) cells[6],
                    (Integer) cells[7],
                    (Instant) cells[8],
                    cells[9] == null ? List.of() : read((String) cells[9], new TypeReference<List<FieldError>>() {}),
                    read((String) cells[10], new TypeReference<ImportSettings>() {}),
                    FileFormat.valueOf((String) cells[11]),
                    (Integer) cells[12],
                    (String) cells[13],
                    (Integer) cells[15]));
        }
        return found;
    }

    /** What is wrong with its file, as far as it was kept. */
    List<Fault> faults(UUID id, Caller by) {
        return read(
                (String) database.createNativeQuery(
                                "select faults::text from denial_import where id = :id and originator_state = :own")
                        .setParameter("id", id)
                        .setParameter("own", by.ownState().value())
                        .getSingleResult(),
                new TypeReference<List<Fault>>() {});
    }

    /**
     * The file as it was received.
     *
     * @throws org.comity.kernel.problem.ProblemException 404 once it was removed
     */
    byte[] file(UUID id, Caller by) {
        Object[] row = (Object[]) database.createNativeQuery("select file, encrypted, file_kept from denial_import"
                        + " where id = :id and originator_state = :own")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .getSingleResult();
        if (!(Boolean) row[2]) {
            throw KernelProblem.NOT_FOUND.because("The file is not kept any more.");
        }
        byte[] file = (byte[]) row[0];
        return (Boolean) row[1] ? keys.decrypt(id, file) : file;
    }

    List<ImportRecord> records(UUID id, Caller by) {
        List<ImportRecord> records = new ArrayList<>();
        for (Object row : database.createNativeQuery("select position, reference, first_row, change, fingerprint,"
                        + " denial_id, checked_version, applied_at is not null, submitted_version, last_version,"
                        + " passed_over from denial_import_record"
                        + " where import_id = :id and originator_state = :own"
                        + " order by position")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .getResultList()) {
            Object[] cells = (Object[]) row;
            records.add(new ImportRecord(
                    (Integer) cells[0],
                    (String) cells[1],
                    (Integer) cells[2],
                    Change.valueOf((String) cells[3]),
                    (String) cells[4],
                    (UUID) cells[5],
                    (Integer) cells[6],
                    (Boolean) cells[7],
                    (Integer) cells[8],
                    (Integer) cells[9],
                    (Boolean) cells[10]));
        }
        return records;
    }

    /** How many of an import are new, changed, unchanged. */
    ImportView.Counts counts(UUID id, Caller by) {
        Map<String, Integer> counts = new HashMap<>();
        for (Object row : database.createNativeQuery("select change, count(*) from denial_import_record"
                        + " where import_id = :id and originator_state = :own group by change")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .getResultList()) {
            Object[] cells = (Object[]) row;
            counts.put((String) cells[0], ((Long) cells[1]).intValue());
        }
        return new ImportView.Counts(
                counts.getOrDefault(Change.NEW.name(), 0),
                counts.getOrDefault(Change.CHANGED.name(), 0),
                counts.getOrDefault(Change.UNCHANGED.name(), 0));
    }

    /** How many of an import the last step left out. */
    int passedOver(UUID id, Caller by) {
        return ((Number) database.createNativeQuery("select count(*) from denial_import_record"
                                + " where import_id = :id and originator_state = :own and passed_over")
                        .setParameter("id", id)
                        .setParameter("own", by.ownState().value())
                        .getSingleResult())
                .intValue();
    }

    /** What the last applied import of each reference said. */
    Map<String, String> fingerprints(Collection<String> references, Caller by) {
        Map<String, String> fingerprints = new HashMap<>();
        for (Object row : database.createNativeQuery("select distinct on (reference) reference, fingerprint"
                        + " from denial_import_record where originator_state = :own and applied_at is not null"
                        + " and denial_id is not null"
                        + " and reference = any (:references) order by reference, applied_at desc")
                .setParameter("own", by.ownState().value())
                .setParameter("references", references.toArray(String[]::new))
                .getResultList()) {
            Object[] cells = (Object[]) row;
            fingerprints.put((String) cells[0], (String) cells[1]);
        }
        return fingerprints;
    }

    /**
     * Begins a step.
     *
     * @return whether it begins here: another one may have been quicker
     */
    boolean begin(Stored seen, ImportStatus during, Caller by, Instant at) {
        return database.createNativeQuery("update denial_import set status = :status, step = step + 1, done = 0,"
                                + " beat_at = :at, failure = null where id = :id and originator_state = :own"
                                + " and step = :step")
                        .setParameter("status", during.name())
                        .setParameter("at", at)
                        .setParameter("id", seen.id())
                        .setParameter("own", by.ownState().value())
                        .setParameter("step", seen.step())
                        .executeUpdate()
                == 1;
    }

    /** The running step is alive, and so far. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void beat(UUID id, int step, int done, Caller by, Instant at) {
        database.createNativeQuery("update denial_import set done = :done, beat_at = :at"
                        + " where id = :id and originator_state = :own and step = :step")
                .setParameter("done", done)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .setParameter("step", step)
                .executeUpdate();
    }

    /** A draft was made of this record, or its draft changed, or nothing had to be. */
    void applied(UUID id, int position, @Nullable UUID denial, Caller by, Instant at) {
        database.createNativeQuery("update denial_import_record set denial_id = :denial, applied_at = :at,"
                        + " last_version = case when change = 'NEW' then (select f.row_version from denial_file f"
                        + " where f.denial_id = :denial) end"
                        + " where import_id = :id and originator_state = :own and position = :position")
                .setParameter("denial", denial)
                .setParameter("at", at)
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .setParameter("position", position)
                .executeUpdate();
    }

    /** The denial was submitted with this import, in this version of its file. */
    void submitted(UUID id, int position, int version, Caller by) {
        database.createNativeQuery("update denial_import_record set submitted_version = :version"
                        + " where import_id = :id and originator_state = :own and position = :position")
                .setParameter("version", version)
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .setParameter("position", position)
                .executeUpdate();
    }

    /** A step of this import made the draft or changed it, and left its file in this version. */
    void left(UUID id, int position, int version, Caller by) {
        database.createNativeQuery("update denial_import_record set last_version = :version"
                        + " where import_id = :id and originator_state = :own and position = :position")
                .setParameter("version", version)
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .setParameter("position", position)
                .executeUpdate();
    }

    /** Why what was submitted with it came back; nothing, once it is submitted again. */
    void returnedBecause(UUID id, @Nullable String reason, Caller by) {
        database.createNativeQuery("update denial_import set returned_because = :reason"
                        + " where id = :id and originator_state = :own")
                .setParameter("reason", reason)
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .executeUpdate();
    }

    /** The file is thrown away. */
    void forgetFile(UUID id, Caller by) {
        database.createNativeQuery("update denial_import set file = :nothing, file_kept = false"
                        + " where id = :id and originator_state = :own")
                .setParameter("nothing", new byte[0])
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .executeUpdate();
    }

    /** Whether its drafts were made. */
    boolean isApplied(UUID id, Caller by) {
        return !database.createNativeQuery("select position from denial_import_record where import_id = :id"
                        + " and originator_state = :own and applied_at is not null limit 1")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .getResultList()
                .isEmpty();
    }

    /** A step begins, and has left nothing out. */
    void passOverNone(UUID id, Caller by) {
        database.createNativeQuery("update denial_import_record set passed_over = false"
                        + " where import_id = :id and originator_state = :own and passed_over")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .executeUpdate();
    }

    /** The running step leaves this one out. */
    void passedOver(UUID id, int position, Caller by) {
        database.createNativeQuery("update denial_import_record set passed_over = true"
                        + " where import_id = :id and originator_state = :own and position = :position")
                .setParameter("id", id)
                .setParameter("own", by.ownState().value())
                .setParameter("position", position)
                .executeUpdate();
    }

    /**
     * Ends a step, in the transaction of its effect or after it was undone.
     *
     * @return whether the step was still this one's to end: one that was taken for interrupted may have been taken again
     */
    boolean end(UUID id, int step, ImportStatus status, int done, List<FieldError> failure, Caller by, Instant at) {
        return database.createNativeQuery("update denial_import set status = :status, done = :done, beat_at = :at,"
                                + " failure = cast(:failure as jsonb)"
                                + " where id = :id and originator_state = :own and step = :step")
                        .setParameter("status", status.name())
                        .setParameter("done", done)
                        .setParameter("at", at)
                        .setParameter("failure", failure.isEmpty() ? null : written(failure))
                        .setParameter("id", id)
                        .setParameter("own", by.ownState().value())
                        .setParameter("step", step)
                        .executeUpdate()
                == 1;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be read", e);
        }
    }
}
