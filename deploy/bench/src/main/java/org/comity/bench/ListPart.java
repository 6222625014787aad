package org.comity.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Part c of {@code post}: the first and the last page of a long list, through the API and by the query alone, beside
 * the last page by OFFSET, and the plans of the queries.
 */
final class ListPart {

    static final String FIRST = "first page";
    static final String LAST = "last page";
    static final String OFFSET = "last page by OFFSET";

    private static final String READER = "de.officer";
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 100;
    private static final Sample REQUESTS = new Sample(100, 500);
    /** Fewer: at 100,000 denials, OFFSET takes the better part of a second each time. */
    private static final Sample QUERIES = new Sample(10, 100);

    private final MeasuredSystem system;
    private final DenialsApi api;
    private final Tokens tokens;
    private final PostOptions options;
    private final Progress progress;

    ListPart(MeasuredSystem system, DenialsApi api, Tokens tokens, PostOptions options, Progress progress) {
        this.system = system;
        this.api = api;
        this.tokens = tokens;
        this.options = options;
        this.progress = progress;
    }

    /** How often something is done before it is measured, and how often it is measured. */
    private record Sample(int warmUps, int measured) {}

    /** Where the last page is, and how many denials the list has. */
    private record End(String path, int seen) {}

    PostReport.Lists run() throws Exception {
        try (Connection superuser = system.superuser();
                Connection application = system.application()) {
            fill(superuser);
            End end = walk();
            long hidden = denials(superuser) - end.seen();
            progress.step("The reader's pages show %,d denials; %,d more are hidden from it", end.seen(), hidden);

            Work first = () -> api.page(READER, DenialsApi.firstPage(PAGE));
            Work last = () -> api.page(READER, end.path());
            Map<String, Quantiles> pages = measure(REQUESTS, Map.of(FIRST, first, LAST, last));
            pages.forEach((page, times) -> progress.step("c  %-20s through the API   %s", page, times));

            Map<String, ListQuery> queries = caught(superuser, first, last, end.seen());
            Reader.of(ManyDenials.READER, tokens.of(READER)).introduce(application);
            Map<String, Work> works = new LinkedHashMap<>();
            for (Map.Entry<String, ListQuery> query : queries.entrySet()) {
                query.getValue().prepare(application);
                works.put(query.getKey(), () -> query.getValue().execute(application));
            }
            Map<String, Quantiles> times = measure(QUERIES, works);
            times.forEach((page, each) -> progress.step("   %-20s the query alone   %s", page, each));
            return new PostReport.Lists(end.seen(), hidden, pages, times, plans(queries, application));
        }
    }

    private void fill(Connection superuser) throws Exception {
        progress.step("Filling the database until %s sees %,d denials", ManyDenials.READER, options.records());
        String denial =
                api.notify(PostingPart.OFFICER, PostingPart.APPROVER, DraftDenial.releasedTo(ManyDenials.AUDIENCE));
        new ManyDenials(superuser, progress).copy(denial, options.records());
    }

    /** Follows the links to the end: in the largest steps that there are, the last one in pages of the usual size. */
    private End walk() throws IOException, InterruptedException {
        int seen = 0;
        String path = DenialsApi.firstPage(LARGEST_PAGE);
        DenialsApi.Page page = api.page(READER, path);
        while (page.next().isPresent()) {
            seen += page.size();
            path = page.next().get();
            page = api.page(READER, path);
        }
        path = path.replace("limit=" + LARGEST_PAGE, "limit=" + PAGE);
        page = api.page(READER, path);
        seen += page.size();
        while (page.next().isPresent()) {
            path = page.next().get();
            page = api.page(READER, path);
            seen += page.size();
        }
        return new End(path, seen);
    }

    private static long denials(Connection superuser) throws SQLException {
        // what has a row for another state than its originator's has been notified
        try (Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(distinct denial_id) from denial_audience where not own")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Each in turn, so that noise hits all alike. */
    private static Map<String, Quantiles> measure(Sample sample, Map<String, Work> works) throws Exception {
        Map<String, long[]> times = new LinkedHashMap<>();
        works.keySet().stream().sorted().forEach(name -> times.put(name, new long[sample.measured()]));
        for (int i = -sample.warmUps(); i < sample.measured(); i++) {
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

    private Map<String, ListQuery> caught(Connection superuser, Work first, Work last, int seen) throws Exception {
        ListQuery firstQuery = ListQuery.caught("first_page", superuser, system.postgresLog(), first);
        Map<String, ListQuery> queries = new LinkedHashMap<>();
        queries.put(FIRST, firstQuery);
        queries.put(LAST, ListQuery.caught("last_page", superuser, system.postgresLog(), last));
        queries.put(OFFSET, firstQuery.withOffset("offset_page", (seen - 1) / PAGE * PAGE));
        return queries;
    }

    private Map<String, List<ListQuery.Plan>> plans(Map<String, ListQuery> queries, Connection application)
            throws SQLException {
        Map<String, List<ListQuery.Plan>> plans = new LinkedHashMap<>();
        for (Map.Entry<String, ListQuery> query : queries.entrySet()) {
            List<ListQuery.Plan> both = List.of(
                    query.getValue().explain(application, "force_custom_plan"),
                    query.getValue().explain(application, "force_generic_plan"));
            plans.put(query.getKey(), both);
            progress.step("Query of the %s:", query.getKey());
            progress.detail("%s", query.getValue().sql());
            both.forEach(this::tell);
        }
        return plans;
    }

    private void tell(ListQuery.Plan plan) {
        progress.detail(
                "%s: %s",
                plan.mode(),
                plan.isIndexed()
                        ? "index denial_audience_list is used, no denial table is read from end to end"
                        : "DOES NOT walk the index denial_audience_list alone");
        plan.nodes().stream().filter(node -> !node.once()).forEach(node -> progress.detail("  %s", node));
    }
}
