package org.comity.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Figures of the benchmark {@code feeds}; as JSON with {@code --json}.
 *
 * @param growth the same batch of publications at each number of states
 */
record FeedsReport(
        String benchmark,
        Instant begun,
        Machine machine,
        FeedsReport.Size size,
        FeedsReport.Pages pages,
        FeedsReport.Ingest ingest,
        FeedsReport.Delivery delivery,
        FeedsReport.Webhooks webhooks,
        List<FeedsReport.Growth> growth,
        double loadAverageAtEnd,
        List<Verdict> verdicts)
        implements Stage.Report {

    /** How large it was. */
    record Size(int bulletins, int pages, int objects, int publications, int batch) {}

    /**
     * Pages of 100 objects of the reader's collection.
     *
     * @param entries versions of objects that stand in it
     * @param served through TAXII: the first page, the last, and any between
     * @param queries the query alone, beside the last page by OFFSET
     * @param perSecond of any page, by several connections
     * @param processorMillis that the service and PostgreSQL were busy for each of these: other programs move it least
     */
    record Pages(
            long entries,
            Map<String, Quantiles> served,
            Map<String, Quantiles> queries,
            int connections,
            double perSecond,
            double processorMillis) {

        /** The last page against the first, by what half of them took at most. */
        double lastAgainstFirst() {
            return served.get(TaxiiPart.LAST).p50()
                    / served.get(TaxiiPart.FIRST).p50();
        }
    }

    /**
     * Objects that came in through TAXII, each of them checked.
     *
     * @param refused objects that were not taken
     */
    record Ingest(int objects, int refused, int connections, double seconds, double perSecond) {}

    /**
     * From the request that publishes until what was published is there.
     *
     * @param expected streams times publications, and topics times publications
     */
    record Delivery(Quantiles streams, int streamsExpected, Quantiles topics, int topicsExpected) {}

    /**
     * From the request that publishes until it came to the webhooks that answer.
     *
     * @param quiet where all of them answer
     * @param besideHanging where one takes each request and never answers
     */
    record Webhooks(int webhooks, Quantiles quiet, Quantiles besideHanging) {

        double ratio() {
            return besideHanging.p99() / quiet.p99();
        }
    }

    /**
     * A batch of publications that wait, until all desks of all states are told.
     *
     * @param entries that were written
     * @param feedSeconds until the last entry of a feed
     * @param topicSeconds until the broker has the last of the topics' events
     * @param processorSeconds that the two services and PostgreSQL were busy meanwhile: other programs move it least
     */
    record Growth(
            int states,
            int publications,
            long entries,
            double feedSeconds,
            double topicSeconds,
            double processorSeconds) {

        double secondsPerState() {
            return topicSeconds / states;
        }
    }
}
