package org.comity.bulletins.taxii;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** No other entry of its state for this object comes before or after it; asked row by row, as all that follows. */
    private static final String NO_OTHER =
            "(select true from stix_entry n where n.collection = e.collection and n.id = e.id"
                    + " and n.originator_state is not distinct from e.originator_state"
                    + " and n.%1$s %2$s e.%1$s%3$s limit 1) is null";

    /** Objects are read for the rows of the page alone. */
    private static final String WITH_OBJECTS = ") p join stix_object o on o.key = p.object_key order by p.added_at";

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
    record Entry(
            Instant addedAt,
            String id,
            String specVersion,
            Instant version,
            Optional<String> said,
            String body,
            Optional<UUID> bulletinId,
            boolean gone) {

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
    record Page(List<Entry> entries, Optional<String> next) {

        /** The bulletins that its objects are of. */
        Set<UUID> bulletins() {
            return entries.stream()
                    .filter(entry -> !entry.gone())
                    .flatMap(entry -> entry.bulletinId().stream())
                    .collect(Collectors.toSet());
        }
    }

    /** The page of a collection that is wanted. */
    Page page(TaxiiCollection collection, TaxiiQuery query) {
        if (query.ids().isEmpty()) {
            // PostgreSQL takes what is asked of each row to hold for one in some thousands. It then expects no page to
            // be
            // filled, and reads and sorts the whole collection, which takes seconds; along the index it stops after a
            // page
            sql.of("select set_config('enable_sort', 'off', true)").exists();
        }
        SqlStatement wanted = wanted(collection, query);
        query.next().map(next -> place(collection, next)).ifPresent(place -> wanted.more(" and e.added_at > :place")
                .with("place", place));
        wanted.and(query.addedAfter(), "e.added_at > :addedAfter", "addedAfter");
        // a number, and no parameter: for a plan that it keeps PostgreSQL would take a page to be a tenth of the
        // collection
        List<Entry> found = wanted.more(" order by e.added_at limit " + (query.limit() + 1) + WITH_OBJECTS)
                .list(Entry.class);
        boolean more = found.size() > query.limit();
        List<Entry> shown = more ? found.subList(0, query.limit()) : found;
        return new Page(shown, more ? Optional.of(next(collection, shown.getLast())) : Optional.empty());
    }

    /** The versions that are wanted, however many they are. */
    List<Instant> versions(TaxiiCollection collection, TaxiiQuery query) {
        return wanted(collection, query).more(WITH_OBJECTS).list(Entry.class).stream()
                .map(Entry::version)
                .toList();
    }

    private SqlStatement wanted(TaxiiCollection collection, TaxiiQuery query) {
        SqlStatement wanted = from(collection);
        any(wanted, "e.id", "ids", query.ids());
        any(wanted, "e.type", "types", query.types());
        any(wanted, "e.spec_version", "specVersions", query.specVersions());
        if (query.specVersions().isEmpty()) {
            wanted.more(" and " + NO_OTHER.formatted("spec_version", ">", ""));
        }
        version(wanted, query);
        return wanted;
    }

    /** Whether the collection has an object of this id, in any version. */
    boolean has(TaxiiCollection collection, String id) {
        return from(collection)
                .more(" and e.id = :id" + WITH_OBJECTS)
                .with("id", id)
                .exists();
    }

    /**
     * What stands in a collection and is shown to the caller. The audience is asked row by row ({@code select true … limit 1}):
     * for an {@code exists} the planner would read the whole audience of a state first.
     */
    private SqlStatement from(TaxiiCollection collection) {
        SqlStatement from = sql.of("select p.added_at, p.id, p.spec_version, p.version, p.bulletin_id, p.gone,"
                        + " coalesce(o.body ->> 'modified', o.body ->> 'created') as said, o.body"
                        + " from (select e.* from stix_entry e where e.collection = :collection")
                .with("collection", collection.key());
        Share.reader(current.get(), Desk.ANALYSIS)
                .ifPresentOrElse(
                        reader -> from.more(" and (e.gone or e.bulletin_id is null or (select true"
                                        + " from bulletin_audience a where a.bulletin_id = e.bulletin_id and "
                                        + Share.listCondition(current.get(), Desk.ANALYSIS) + " limit 1))")
                                .with("state", reader),
                        () -> from.more(" and e.reader = '*'"));
        return from;
    }

    private static void any(SqlStatement wanted, String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            wanted.more(" and " + oneOf(column, name, values))
                    .with(name, values.size() == 1 ? values.getFirst() : values);
        }
    }

    private static String oneOf(String column, String name, List<String> values) {
        // one value: the index gives its rows in the order of the page
        return column + (values.size() == 1 ? " = :" + name : " = any (:" + name + ")");
    }

    private static void version(SqlStatement wanted, TaxiiQuery query) {
        if (query.versions().contains("all")) {
            return;
        }
        List<String> either = new ArrayList<>();
        // first and last of those of the wanted versions of STIX
        String among = " and "
                + (query.specVersions().isEmpty()
                        ? "n.spec_version = e.spec_version"
                        : oneOf("n.spec_version", "specVersions", query.specVersions()));
        if (query.versions().contains("last")) {
            either.add(NO_OTHER.formatted("version", ">", among));
        }
        if (query.versions().contains("first")) {
            either.add(NO_OTHER.formatted("version", "<", among));
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
