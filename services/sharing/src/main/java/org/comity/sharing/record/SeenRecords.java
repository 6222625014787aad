package org.comity.sharing.record;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.sharing.release.AudienceTable;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.ReleasedFile;
import org.comity.sharing.release.Share;
import org.hibernate.Session;

/** Finds records through the wall, one or several in a few statements: the audience says how much of each its caller sees. */
final class SeenRecords<R extends SharedRecord, F extends ReleasedFile> {

    private final RecordKind<R, F> kind;
    private final RecordKinds.Means means;
    private final AudienceTable audiences;

    SeenRecords(RecordKind<R, F> kind, RecordKinds.Means means, AudienceTable audiences) {
        this.kind = kind;
        this.means = means;
        this.audiences = audiences;
    }

    /** Those of these records that the caller sees. */
    List<Seen<R, F>> of(Collection<UUID> ids) {
        Map<UUID, Lens> lenses = lenses(ids);
        Map<UUID, R> headers = found(kind.header(), List.copyOf(lenses.keySet()));
        List<UUID> own = lenses.keySet().stream()
                .filter(id -> lenses.get(id) == Lens.OWN)
                .toList();
        Map<UUID, F> files = found(kind.file(), own);
        return lenses.keySet().stream()
                .filter(headers::containsKey)
                .map(id -> new Seen<>(headers.get(id), lenses.get(id), Optional.ofNullable(files.get(id))))
                .toList();
    }

    /** How much the caller sees of those of which it sees something. */
    private Map<UUID, Lens> lenses(Collection<UUID> ids) {
        Caller caller = means.caller();
        Map<UUID, Lens> lenses = new LinkedHashMap<>();
        Share.reader(caller, kind.desk())
                .map(reader -> audiences.shares(ids, reader))
                .orElse(Map.of())
                .forEach((id, share) -> lenses.put(id, share.lens(caller, kind.desk())));
        lenses.values().removeIf(lens -> lens == Lens.NOTHING);
        return lenses;
    }

    private <E> Map<UUID, E> found(Class<E> type, List<UUID> ids) {
        List<E> rows = ids.size() == 1
                ? Collections.singletonList(means.database().find(type, ids.getFirst()))
                : means.database().unwrap(Session.class).findMultiple(type, ids);
        Map<UUID, E> found = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            E row = rows.get(i);
            if (row != null) {
                found.put(ids.get(i), row);
            }
        }
        return found;
    }
}
