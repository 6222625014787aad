package org.comity.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TAXII: pages of a long collection at every depth, beside OFFSET, and objects that come in. */
final class TaxiiPart {

    static final String FIRST = "first page";
    static final String LAST = "last page";
    static final String ANY = "any page";
    static final String OFFSET = "last page by OFFSET";

    private static final String READER = "de.analyst";
    private static final String COLLECTION = "released/" + ManyBulletins.READER;
    private static final int PAGE = 100;
    private static final int CONNECTIONS = 8;
    private static final int WRITERS = 4;
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final int QUERIES = 30;
    private static final int QUERY_WARM_UPS = 5;

    /** Fewer: at 100,000 bulletins, OFFSET takes some seconds each time. */
    private static final int OFFSETS = 3;

    private final MeasuredSystem system;
    private final BulletinsApi api;
    private final Tokens tokens;
    private final FeedsOptions options;
    private final Progress progress;

    TaxiiPart(MeasuredSystem system, BulletinsApi api, Tokens tokens, FeedsOptions options, Progress progress) {
        this.system = system;
        this.api = api;
        this.tokens = tokens;
        this.options = options;
        this.progress = progress;
    }

    FeedsReport.Pages pages() throws Exception {
        try (Connection superuser = system.superuser("bulletins");
                Connection application = system.application("bulletins")) {
            fill(superuser);
            long entries = entries(superuser);
            List<Instant> places = places(superuser, entries);
            progress.step("The collection of %s has %,d versions of objects", ManyBulletins.READER, entries);
            Work first = () -> page("");
            Work last = () -> page(after(places.getLast()));
            Work any = () -> page(after(places.get(ThreadLocalRandom.current().nextInt(places.size()))));
            Map<String, Work> works = new LinkedHashMap<>();
            works.put(FIRST, first);
            works.put(LAST, last);
            works.put(ANY, any);
            Map<String, Quantiles> served = inTurn(works, options.pages(), options.pages());
            served.forEach((name, times) -> progress.detail("%-20s through TAXII     %s", name, times));
            Duration busy = busy();
            ClosedLoad.Result result = ClosedLoad.run(Collections.nCopies(CONNECTIONS, any), FULL);
            double millis = busy().minus(busy).toMillis() / (double) Math.max(1, result.done());
            progress.step(
                    "Any page, %d connections: %.1f pages a second, processors busy %.1f ms for each",
                    CONNECTIONS, result.perSecond(), millis);
            if (result.failed() > 0) {
                progress.detail("%d failed; the first: %s", result.failed(), result.firstFailure());
            }
            Map<String, Quantiles> queries = queries(superuser, application, first, last, entries);
            queries.forEach((name, times) -> progress.detail("%-20s the query alone   %s", name, times));
            return new FeedsReport.Pages(entries, served, queries, CONNECTIONS, result.perSecond(), millis);
        }
    }

    private Duration busy() {
        return system.cpu("bulletins").plus(system.postgresCpu());
    }

    private void fill(Connection superuser) throws Exception {
        progress.step("Filling the database with %,d bulletins", options.bulletins());
        BulletinsApi.Submitted bulletin = api.submitted(FeedsBenchmark.ANALYST, List.of(ManyBulletins.READER, "FR"));
        api.approve(FeedsBenchmark.APPROVER, bulletin);
        new ManyBulletins(superuser, progress).copyWithObjects(bulletin.id(), options.bulletins() - 1);
    }

    private static long entries(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from stix_entry where collection = '" + COLLECTION + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Places after which a whole page stands, all along the collection; the last of them leads to the last page. */
    private static List<Instant> places(Connection superuser, long entries) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("select added_at from (select added_at,"
                + " row_number() over (order by added_at desc) - 1 as later from stix_entry where collection = ?) e"
                + " where later >= ? and (later - ?) % ? = 0 order by added_at")) {
            query.setString(1, COLLECTION);
            query.setInt(2, PAGE);
            query.setInt(3, PAGE);
            query.setLong(4, Math.max(1, entries / 1000));
            List<Instant> places = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    places.add(row.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
            return places;
        }
    }

    private static String after(Instant place) {
        return "&added_after=" + URLEncoder.encode(place.toString(), StandardCharsets.UTF_8);
    }

    private void page(String query) throws Exception {
        JsonNode objects = api.page(READER, query).path("objects");
        if (objects.size() != PAGE) {
            throw new BenchException("A page has " + objects.size() + " objects.");
        }
    }

    /** Each in turn, so that noise hits all alike. */
    private static Map<String, Quantiles> inTurn(Map<String, Work> works, int warmUps, int measured) throws Exception {
        Map<String, long[]> times = new LinkedHashMap<>();
        works.keySet().forEach(name -> times.put(name, new long[measured]));
        for (int i = -warmUps; i < measured; i++) {
            for (Map.Entry<String, long[]> each : times.entrySet()) {
                long begin = System.nanoTime();
                works.get(each.getKey()).once();
                if (i >= 0) {
                    each.getValue()[i] = System.nanoTime() - begin;
                }
            }
        }
        Map<String, Quantiles> quantiles = new LinkedHashMap<>();
        times.forEach((name, nanos) -> quantiles.put(name, Quantiles.ofNanos(nanos)));
        return quantiles;
    }

    /** The very queries of the service as its role, under the policies; and its first page, counted to the end by OFFSET. */
    private Map<String, Quantiles> queries(
            Connection superuser, Connection application, Work first, Work last, long entries) throws Exception {
        Map<String, ListQuery> queries = new LinkedHashMap<>();
        ListQuery firstQuery = ListQuery.caught("first_page", "stix_entry", superuser, system.postgresLog(), first);
        queries.put(FIRST, firstQuery);
        queries.put(LAST, ListQuery.caught("last_page", "stix_entry", superuser, system.postgresLog(), last));
        Reader.of(ManyBulletins.READER, tokens.of(READER)).introduce(application);
        try (Statement statement = application.createStatement()) {
            // as the service does for a page
            statement.execute("set enable_sort = off");
        }
        Map<String, Work> works = new LinkedHashMap<>();
        for (Map.Entry<String, ListQuery> query : queries.entrySet()) {
            query.getValue().prepare(application);
            works.put(query.getKey(), () -> query.getValue().execute(application));
        }
        Map<String, Quantiles> times = inTurn(works, QUERY_WARM_UPS, QUERIES);
        ListQuery offset = withOffset(firstQuery, entries - PAGE);
        offset.prepare(application);
        times.putAll(inTurn(Map.of(OFFSET, () -> offset.execute(application)), 1, OFFSETS));
        return times;
    }

    /** The rows of a page are limited before their objects are joined to them. */
    static ListQuery withOffset(ListQuery query, long skipped) {
        return new ListQuery(
                "offset_page", query.sql().replaceFirst("limit (\\d+)", "limit $1 offset " + skipped), query.values());
    }

    FeedsReport.Ingest ingest() {
        int envelopes = Math.max(1, options.objects() / TaxiiEnvelope.OBJECTS);
        progress.step("Bringing %,d objects, %d envelopes at a time", envelopes * TaxiiEnvelope.OBJECTS, WRITERS);
        AtomicInteger taken = new AtomicInteger();
        Work bring = () -> taken.addAndGet(api.add(FeedsBenchmark.ANALYST, TaxiiEnvelope.next()));
        ClosedLoad.times(Math.max(WRITERS, envelopes / 4), WRITERS, bring);
        taken.set(0);
        ClosedLoad.Result result = ClosedLoad.times(envelopes, WRITERS, bring);
        if (result.failed() > 0) {
            throw new BenchException("An envelope was not taken: " + result.firstFailure());
        }
        int objects = envelopes * TaxiiEnvelope.OBJECTS;
        FeedsReport.Ingest ingest = new FeedsReport.Ingest(
                objects, objects - taken.get(), WRITERS, result.seconds(), taken.get() / result.seconds());
        progress.detail("%.1f objects a second, %d refused", ingest.perSecond(), ingest.refused());
        return ingest;
    }
}
