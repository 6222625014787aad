package org.comity.subscriptions.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.DeliveryDesk;
import org.junit.jupiter.api.Test;

/** What several events that wait together mean for a desk. */
class FeedChangesTest {

    private static final StateCode NL = new StateCode("NL");
    private static final Feed OFFICERS = new Feed(NL, DeliveryDesk.LICENSING);
    private static final UUID RECORD = UUID.randomUUID();
    private static final UUID PART = UUID.randomUUID();

    private static HeardEvent event(UUID subject, String happened) {
        return new HeardEvent(
                UUID.randomUUID().toString(), "org.comity.bulletins.bulletin." + happened + ".v1", subject);
    }

    private static RecordReading reading(UUID subject, String tag) {
        return new RecordReading(
                subject,
                DeliveryDesk.LICENSING,
                tag,
                KeptRecords.bulletin(RECORD, "A jammer", "NL").record());
    }

    private static FeedChanges changes(
            List<RecordReading> read, Map<UUID, Set<UUID>> wholes, List<String> knownTags, HeardEvent... events) {
        Map<UUID, List<RecordReading>> bySubject =
                read.stream().collect(java.util.stream.Collectors.groupingBy(RecordReading::subject));
        FeedChanges changes = new FeedChanges(
                Map.of(NL, new FeedReaders.StateReadings(bySubject, wholes)),
                knownTags.stream()
                        .map(tag ->
                                new FeedChanges.Known(NL, DeliveryDesk.LICENSING, RECORD, "BULLETIN", "BU-DE-1", tag))
                        .toList(),
                List.of(events));
        changes.take();
        return changes;
    }

    private static List<Happened> told(FeedChanges changes) {
        return changes.told().getOrDefault(OFFICERS, List.of()).stream()
                .map(FeedChanges.Told::happened)
                .toList();
    }

    @Test
    void R410_a_record_that_came_and_changed_while_its_events_waited_is_told_as_new_alone() {
        FeedChanges changes = changes(
                List.of(reading(RECORD, "now")),
                Map.of(),
                List.of(),
                event(RECORD, "published"),
                event(RECORD, "updated"));
        assertEquals(List.of(Happened.NEW), told(changes));
        assertEquals(
                Optional.of("now"),
                changes.changed().get(new FeedChanges.Key(OFFICERS, RECORD)).map(FeedChanges.Known::tag));
    }

    private static List<Happened> afterBefore(HeardEvent... events) {
        return told(changes(List.of(reading(RECORD, "now")), Map.of(), List.of("before"), events));
    }

    @Test
    void R410_a_change_is_told_once_and_what_changed_nothing_is_not_told() {
        assertEquals(List.of(Happened.UPDATED), afterBefore(event(RECORD, "updated")));
        assertEquals(List.of(Happened.UPDATED), afterBefore(event(RECORD, "updated"), event(RECORD, "updated")));

        FeedChanges same =
                changes(List.of(reading(RECORD, "now")), Map.of(), List.of("now"), event(RECORD, "commented"));
        assertEquals(List.of(), told(same));
        assertTrue(same.changed().isEmpty());
    }

    @Test
    void R410_of_several_things_that_happened_together_none_is_named_since_one_may_be_hidden_from_the_desk() {
        // whom a record reaches is its originator's to know: only the new version changed something here
        assertEquals(
                List.of(Happened.CHANGED), afterBefore(event(RECORD, "release-changed"), event(RECORD, "updated")));
        // that its source is gone is told to the desk that wrote it from the source
        assertEquals(List.of(Happened.CHANGED), afterBefore(event(RECORD, "source-gone"), event(RECORD, "commented")));
        assertEquals(List.of(Happened.CHANGED), afterBefore(event(RECORD, "source-gone")));
        // and what another state owes is told to that state
        assertEquals(
                List.of(Happened.CHANGED),
                afterBefore(event(RECORD, "acknowledgement-due"), event(RECORD, "commented")));
    }

    @Test
    void R410_what_went_is_told_once_whatever_its_events() {
        FeedChanges gone = changes(
                List.of(), Map.of(), List.of("before"), event(RECORD, "release-changed"), event(RECORD, "recalled"));
        assertEquals(List.of(Happened.REMOVED), told(gone));
        assertEquals(Optional.empty(), gone.changed().get(new FeedChanges.Key(OFFICERS, RECORD)));
    }

    @Test
    void R384_an_event_of_a_part_that_the_desk_does_not_see_is_passed_over_among_others() {
        Map<UUID, Set<UUID>> wholes = Map.of(PART, Set.of(RECORD));
        List<RecordReading> read = List.of(reading(RECORD, "now"));
        assertEquals(List.of(), told(changes(read, wholes, List.of("before"), event(PART, "commented"))));
        assertEquals(
                List.of(Happened.CHANGED),
                told(changes(read, wholes, List.of("before"), event(PART, "commented"), event(RECORD, "updated"))));
    }

    @Test
    void R385_a_desk_that_lost_the_record_hears_so_from_the_event_of_a_part_too() {
        assertEquals(
                List.of(Happened.REMOVED),
                told(changes(List.of(), Map.of(PART, Set.of(RECORD)), List.of("before"), event(PART, "commented"))));
    }
}
