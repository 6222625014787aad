package org.comity.bulletins.taxii;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.bulletin.BulletinDrafts;
import org.comity.bulletins.bulletin.BulletinReceipts;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads collections and writes to them: 404 for what the caller may not know of, then 403 for what it may not do, then what is
 * wrong with the request.
 *
 * <p>Rules.
 */
@Singleton
class TaxiiService {

    private final TaxiiRoots roots;
    private final TaxiiEntries entries;
    private final TaxiiWriting writing;
    private final TaxiiStatuses statuses;
    private final BulletinDrafts drafts;
    private final BulletinReceipts receipts;
    private final Sql sql;
    private final long largestBody;

    TaxiiService(
            TaxiiRoots roots,
            TaxiiEntries entries,
            TaxiiWriting writing,
            TaxiiStatuses statuses,
            BulletinDrafts drafts,
            BulletinReceipts receipts,
            Sql sql,
            @ConfigProperty(name = "comity.http.largest-body", defaultValue = "256K") MemorySize largestBody) {
        this.roots = roots;
        this.entries = entries;
        this.writing = writing;
        this.statuses = statuses;
        this.drafts = drafts;
        this.receipts = receipts;
        this.sql = sql;
        this.largestBody = largestBody.asLongValue();
    }

    /** An API root. */
    TaxiiViews.Root root(String name) {
        TaxiiRoot root = roots.root(name);
        return new TaxiiViews.Root(root.title(), root.description(), List.of(TaxiiMedia.TYPE), largestBody);
    }

    /** What became of the objects of a request. */
    @Transactional
    TaxiiViews.Status status(String root, UUID id) {
        return statuses.of(roots.root(root), id)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no status of this id."));
    }

    /** What is wanted of a collection, without its objects. */
    @Transactional
    TaxiiEntries.Page manifest(String root, String id, MultivaluedMap<String, String> address) {
        return entries.page(readable(root, id), query(root, address));
    }

    /** The objects that are wanted of a collection; another state's bulletins are opened with that. */
    @Transactional
    TaxiiEntries.Page objects(String root, String id, MultivaluedMap<String, String> address) {
        return opened(entries.page(readable(root, id), query(root, address)));
    }

    private TaxiiEntries.Page opened(TaxiiEntries.Page page) {
        receipts.delivered(page.bulletins());
        return page;
    }

    /** The versions that are wanted of one object. */
    @Transactional
    TaxiiEntries.Page object(String root, String id, String object, MultivaluedMap<String, String> address) {
        TaxiiCollection collection = readable(root, id);
        TaxiiQuery query = query(root, address).ofObject(object);
        requireObject(collection, object);
        return opened(entries.page(collection, query));
    }

    /** All versions of one object. */
    @Transactional
    TaxiiEntries.Page versions(String root, String id, String object, MultivaluedMap<String, String> address) {
        TaxiiCollection collection = readable(root, id);
        TaxiiQuery query = query(root, address).ofObject(object).ofAllVersions();
        requireObject(collection, object);
        return entries.page(collection, query);
    }

    /** Takes in what a client sends. */
    @Transactional
    TaxiiViews.Status add(String rootName, String id, String envelope) {
        TaxiiRoot root = roots.root(rootName);
        TaxiiCollection collection = roots.collection(root, id);
        collection.requireWrite();
        return statuses.keep(root, writing.write(collection, envelope));
    }

    private record OfDraft(Optional<UUID> bulletinId, String type, boolean isDraft) {}

    /** Takes versions of an object out of a collection; with its report a draft is thrown away whole. */
    @Transactional
    void remove(String root, String id, String object, MultivaluedMap<String, String> address) {
        TaxiiCollection collection = readable(root, id);
        collection.requireWrite();
        TaxiiQuery query = query(root, address).ofObject(object);
        TaxiiQuery wanted = address.containsKey("match[version]") ? query : query.ofAllVersions();
        List<String> versions = entries.versions(collection, wanted).stream()
                .map(Instant::toString)
                .toList();
        if (versions.isEmpty()) {
            throw KernelProblem.NOT_FOUND.because(
                    "There is no such version of an object of this id in this collection.");
        }
        if (collection.kind() == TaxiiCollection.Kind.SEEDED) {
            sql.of("select stix_unseed(:collection, :id, cast(:versions as timestamptz[]))")
                    .with("collection", collection.key(), "id", object, "versions", versions)
                    .exists();
            return;
        }
        List<OfDraft> drafted = sql.of("select distinct e.bulletin_id, e.type, b.status = 'DRAFT' as is_draft"
                        + " from stix_entry e join bulletin b on b.id = e.bulletin_id where e.collection = :collection"
                        + " and e.id = :id and e.version = any (cast(:versions as timestamptz[]))")
                .with("collection", collection.key(), "id", object, "versions", versions)
                .list(OfDraft.class);
        for (OfDraft one : drafted) {
            if (one.type().equals("report")) {
                one.bulletinId().ifPresent(drafts::throwAway);
            } else if (!one.isDraft()) {
                throw KernelProblem.FORBIDDEN.because("The bulletin of this object is no draft any more.");
            }
        }
        sql.of("select stix_remove(:id, cast(:versions as timestamptz[]))")
                .with("id", object, "versions", versions)
                .exists();
    }

    private TaxiiCollection readable(String root, String id) {
        TaxiiCollection collection = roots.collection(roots.root(root), id);
        collection.requireRead();
        return collection;
    }

    private TaxiiQuery query(String root, MultivaluedMap<String, String> address) {
        return TaxiiQuery.of(address, roots.root(root).pageSize());
    }

    private void requireObject(TaxiiCollection collection, String object) {
        if (!entries.has(collection, object)) {
            throw KernelProblem.NOT_FOUND.because("There is no object of this id in this collection.");
        }
    }
}
