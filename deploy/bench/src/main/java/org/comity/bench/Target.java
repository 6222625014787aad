package org.comity.bench;

import java.util.List;
import java.util.Locale;

/** What a benchmark's figures are held against. */
enum Target {
    /** Part a: what the API, its rules, the wall and the audit cost against the database alone. */
    POST_RATE(
            "denials posted through the API per second, against the same rows inserted bare", Bound.AT_LEAST, 0.25, ""),
    /** Part b: what an officer, or a state's system, waits for. */
    POST_LATENCY("p99 of a post, at 50 requests a second from the scheduled time on", Bound.BELOW, 100, " ms"),
    /** Part c, at its beginning. */
    FIRST_PAGE("p99 of the first page of 100,000 denials", Bound.BELOW, 50, " ms"),
    /** Part c, at its end. */
    LAST_PAGE("p99 of the last page of 100,000 denials", Bound.BELOW, 50, " ms"),
    /** What the person who imports waits for. */
    IMPORT("10,000 rows of a file checked and made drafts", Bound.BELOW, 60, " s"),
    /** What another state notices of an attack. */
    ABUSE_LATENCY("p99 of the other state's post and list, beside the worst hostile request", Bound.BELOW, 500, " ms"),
    /** Nobody else's request is refused or lost. */
    ABUSE_FAILED("requests of the other state that failed", Bound.BELOW, 1, ""),
    /** A heap that is full is no limit. */
    ABUSE_RESTARTED("services that ended and were started again", Bound.BELOW, 1, ""),
    /** A bomb is refused at once. */
    ABUSE_ANSWER("the slowest answer to a hostile request", Bound.BELOW, 1000, " ms"),
    /** A client that is far behind is served as one that begins. */
    TAXII_DEPTH("last page of 100 TAXII objects against the first", Bound.BELOW, 1.2, ""),
    /** Wherever in the collection. */
    TAXII_PAGE("p95 of a page of 100 TAXII objects at any depth", Bound.BELOW, 50, " ms"),
    /** With several connections. */
    TAXII_RATE("pages of 100 TAXII objects a second", Bound.AT_LEAST, 200, ""),
    /** Each is checked. */
    TAXII_INGEST("objects a second taken in through TAXII", Bound.AT_LEAST, 500, ""),
    /** What a person with an open page waits for. */
    STREAM("p99 from publishing to a stream", Bound.BELOW, 1000, " ms"),
    /** What a state's system waits for. */
    TOPIC("p99 from publishing to the topic of every state", Bound.BELOW, 5000, " ms"),
    /** A webhook slows no other. */
    WEBHOOK("p99 of the other webhooks beside one that hangs, against without", Bound.BELOW, 1.5, ""),
    /** Linear at most. */
    GROWTH("what a state costs among 200 against among 25", Bound.BELOW, 1.2, "");

    /** Those of {@code post}. */
    static final List<Target> POST = List.of(POST_RATE, POST_LATENCY, FIRST_PAGE, LAST_PAGE);

    /** Those of {@code abuse}. */
    static final List<Target> ABUSE = List.of(ABUSE_LATENCY, ABUSE_FAILED, ABUSE_RESTARTED, ABUSE_ANSWER);

    /** Those of {@code feeds}. */
    static final List<Target> FEEDS =
            List.of(TAXII_DEPTH, TAXII_PAGE, TAXII_RATE, TAXII_INGEST, STREAM, TOPIC, WEBHOOK, GROWTH);

    private enum Bound {
        AT_LEAST,
        BELOW
    }

    private final String what;
    private final Bound bound;
    private final double limit;
    private final String unit;

    Target(String what, Bound bound, double limit, String unit) {
        this.what = what;
        this.bound = bound;
        this.limit = limit;
        this.unit = unit;
    }

    boolean isMet(double measured) {
        return bound == Bound.AT_LEAST ? measured >= limit : measured < limit;
    }

    /** What is aimed at, such as {@code below 100 ms}. */
    String aim() {
        return (bound == Bound.AT_LEAST ? "at least " : "below ") + limitText() + unit;
    }

    String what() {
        return what;
    }

    /** A measured figure as it is told. */
    String figure(double measured) {
        return number(measured) + unit;
    }

    private String limitText() {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }

    private String number(double value) {
        return String.format(Locale.ROOT, unit.isEmpty() ? "%.3f" : "%.1f", value);
    }
}
