package org.comity.bulletins.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.comity.bulletins.stix.StixJson;
import org.comity.bulletins.stix.StixTime;
import org.jspecify.annotations.Nullable;

/** The resources of TAXII 2.1, as JSON writes them; what is empty is left out, as the standard has it. */
final class TaxiiViews {

    private TaxiiViews() {}

    /** The answer with a page, and where there is anything on it, when its first and its last object were added. */
    static Response page(TaxiiEntries.Page page, Function<TaxiiEntries.Page, Object> view) {
        Response.ResponseBuilder response = Response.ok(view.apply(page));
        if (!page.entries().isEmpty()) {
            response.header(
                            "X-TAXII-Date-Added-First",
                            StixTime.of(page.entries().getFirst().addedAt()))
                    .header(
                            "X-TAXII-Date-Added-Last",
                            StixTime.of(page.entries().getLast().addedAt()));
        }
        return response.build();
    }

    record Discovery(
            String title,
            String description,
            @JsonProperty("default") String defaultRoot,
            @JsonProperty("api_roots") List<String> apiRoots) {}

    record Root(
            String title,
            @Nullable String description,
            List<String> versions,
            @JsonProperty("max_content_length") long maxContentLength) {}

    record Collections(List<Collection> collections) {}

    record Collection(
            UUID id,
            String title,
            @Nullable String description,
            @Nullable String alias,
            @JsonProperty("can_read") boolean canRead,
            @JsonProperty("can_write") boolean canWrite,
            @JsonProperty("media_types") List<String> mediaTypes) {

        static Collection of(TaxiiCollection collection) {
            return new Collection(
                    collection.id(),
                    collection.title(),
                    collection.description(),
                    collection.alias(),
                    collection.canRead(),
                    collection.canWrite(),
                    List.of(TaxiiMedia.STIX + "2.1"));
        }
    }

    record Envelope(boolean more, @Nullable String next, List<JsonNode> objects) {

        static Envelope of(TaxiiEntries.Page page) {
            return new Envelope(
                    page.next().isPresent(),
                    page.next().orElse(null),
                    page.entries().stream()
                            .<JsonNode>map(entry -> StixJson.stored(entry.body()))
                            .toList());
        }
    }

    record Manifest(boolean more, @Nullable String next, List<ManifestRecord> objects) {

        static Manifest of(TaxiiEntries.Page page) {
            return new Manifest(
                    page.next().isPresent(),
                    page.next().orElse(null),
                    page.entries().stream().map(ManifestRecord::of).toList());
        }
    }

    record ManifestRecord(
            String id,
            @JsonProperty("date_added") String dateAdded,
            String version,
            @JsonProperty("media_type") String mediaType) {

        static ManifestRecord of(TaxiiEntries.Entry entry) {
            return new ManifestRecord(
                    entry.id(),
                    StixTime.of(entry.addedAt()),
                    entry.versionText(),
                    TaxiiMedia.STIX + entry.specVersion());
        }
    }

    record Versions(boolean more, @Nullable String next, List<String> versions) {

        static Versions of(TaxiiEntries.Page page) {
            return new Versions(
                    page.next().isPresent(),
                    page.next().orElse(null),
                    page.entries().stream().map(TaxiiEntries.Entry::versionText).toList());
        }
    }

    /** What became of one object. */
    record Outcome(String id, String version, @Nullable String message) {}

    record Status(
            UUID id,
            String status,
            @JsonProperty("request_timestamp") String requestTimestamp,
            @JsonProperty("total_count") int totalCount,
            @JsonProperty("success_count") int successCount,
            List<Outcome> successes,
            @JsonProperty("failure_count") int failureCount,
            List<Outcome> failures,
            @JsonProperty("pending_count") int pendingCount) {}
}
