package org.comity.bulletins.taxii;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.bulletins.stix.StixTime;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.paging.Seal;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.release.Desk;
import org.comity.sharing.release.Share;

/**
 * Reads what stands in a collection, in the order in which it came in. The collection is the caller's own; of its entries those
 * are shown whose bulletin the caller still reads, as everywhere, and row-level security says both once more.
 *
 * <p>Rules.
 */
@Singleton
class TaxiiEntries {

    private static final String NEWER =
            "exists (select 1 from stix_entry n where n.collection = e.collection and n.id = e.id"
                    + " and n.%s %s e.%s)";

    private final Sql sql;
    private final CurrentCaller current;
    private final Seal seal;

    TaxiiEntries(Sql sql, CurrentCaller current, Seal seal) {
        this.sql = sql;
        this.current = current;
        this.seal = seal;
    }

    /**
     * A version of an object in a collection.
     *
     * @param said its version, as it was written
     */
    record Entry(Instant addedAt, String id, String specVersion, Instant version, Optional<String> said, String body) {

        /** Its version: when it was modified, or created, or where it says neither, added. */
        String versionText() {
            return said.orElseGet(() -> StixTime.of(version));
        }
    }

    /**
     * A page.
     *
     * @param next leads to the page after this one; empty on the last page
     */
    record Page(List<Entry> entries, Optional<String> next) {}

    /** The page of a collection that is wanted. */
    Page page(TaxiiCollection collection, TaxiiQuery query) {
        SqlStatement wanted = from(collection);
        query.next().map(next -> place(collection, next)).ifPresent(place -> wanted.more(" and e.added_at > :place")
                .with("place", place));
        wanted.and(query.addedAfter(), "e.added_at > :addedAfter", "addedAfter");
        any(wanted, "e.id", "ids", query.ids());
        any(wanted, "e.type", "types", query.types());
        if (query.specVersions().isEmpty()) {
            wanted.more(" and not " + NEWER.formatted("spec_version", ">", "spec_version"));
        } else {
            any(wanted, "e.spec_version", "specVersions", query.specVersions());
        }
        version(wanted, query);
        List<Entry> found = wanted.more(" order by e.added_at limit :limit")
                .with("limit", query.limit() + 1)
                .list(Entry.class);
        boolean more = found.size() > query.limit();
        List<Entry> shown = more ? found.subList(0, query.limit()) : found;
        return new Page(shown, more ? Optional.of(next(collection, shown.getLast())) : Optional.empty());
    }

    /** Whether the collection has an object of this id, in any version. */
    boolean has(TaxiiCollection collection, String id) {
        return from(collection).more(" and e.id = :id").with("id", id).exists();
    }

    private SqlStatement from(TaxiiCollection collection) {
        SqlStatement from = sql.of("select e.added_at, e.id, e.spec_version, e.version,"
                        + " coalesce(o.body ->> 'modified', o.body ->> 'created') as said, o.body"
                        + " from stix_entry e join stix_object o on o.key = e.object_key"
                        + " where e.collection = :collection")
                .with("collection", collection.key());
        Share.reader(current.get(), Desk.ANALYSIS)
                .ifPresentOrElse(
                        reader -> from.more(" and (e.gone or e.bulletin_id is null or exists (select 1"
                                        + " from bulletin_audience a where a.bulletin_id = e.bulletin_id and "
                                        + Share.listCondition(current.get(), Desk.ANALYSIS) + "))")
                                .with("state", reader),
                        () -> from.more(" and e.reader = '*'"));
        return from;
    }

    private static void any(SqlStatement wanted, String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            wanted.more(" and " + column + " = any (:" + name + ")").with(name, values);
        }
    }

    private static void version(SqlStatement wanted, TaxiiQuery query) {
        if (query.versions().contains("all")) {
            return;
        }
        List<String> either = new ArrayList<>();
        if (query.versions().contains("last")) {
            either.add("not " + NEWER.formatted("version", ">", "version"));
        }
        if (query.versions().contains("first")) {
            either.add("not " + NEWER.formatted("version", "<", "version"));
        }
        if (!query.instants().isEmpty()) {
            either.add("e.version = any (cast(:versions as timestamptz[]))");
            wanted.with("versions", query.instants());
        }
        wanted.more(" and (" + String.join(" or ", either) + ")");
    }

    private String next(TaxiiCollection collection, Entry last) {
        String place = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.addedAt()), Character.MAX_RADIX);
        return place + "." + seal.of(sealed(collection, place));
    }

    private Instant place(TaxiiCollection collection, String next) {
        int dot = next.indexOf('.');
        String place = next.substring(0, Math.max(0, dot));
        try {
            if (seal.isOf(sealed(collection, place), next.substring(dot + 1))) {
                return Instant.EPOCH.plus(Long.parseLong(place, Character.MAX_RADIX), ChronoUnit.MICROS);
            }
        } catch (NumberFormatException | DateTimeException e) {
            // said below: it was not made by us
        }
        throw KernelProblem.MALFORMED_REQUEST.at("next", "This is not a place in this collection.");
    }

    private static String sealed(TaxiiCollection collection, String place) {
        return "taxii " + collection.key() + "\n" + place;
    }
}
