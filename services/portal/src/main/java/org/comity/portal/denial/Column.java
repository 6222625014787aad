package org.comity.portal.denial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Value;

/** What a list of denials shows beside the reference, in this order. */
public enum Column {
    STATUS,
    ORIGINATOR,
    ITEMS,
    DESTINATION,
    DECIDED,
    KIND,
    BASIS,
    NOTIFIED,
    REVIEW,
    MARKING,
    CHANGED,
    /** The own state's file number; of other states' denials there is none. */
    OWN_REFERENCE;

    /** What is shown where nothing was chosen. */
    static final List<String> USUAL = Stream.of(STATUS, ORIGINATOR, ITEMS, DESTINATION, DECIDED)
            .map(Enum::name)
            .toList();

    /** The columns, as far as they are for that reader. */
    static List<TableColumn<DenialSummary>> all(Words words, boolean officer) {
        ColumnTexts texts = words.page.texts(ColumnTexts.class);
        return Arrays.stream(values())
                .filter(it -> officer || it != OWN_REFERENCE)
                .map(it -> TableColumn.<DenialSummary>named(
                        it.name(), texts.name(it), row -> it.cell(row, words).orElse(words.notGiven())))
                .toList();
    }

    private Value cell(DenialSummary row, Words words) {
        return switch (this) {
            case STATUS ->
                Value.empty()
                        .tag(words.status(row.status()), Colours.colour(row.status()))
                        .line()
                        .quiet(row.amendmentStatus() == null ? "" : words.code.amendment(row.amendmentStatus()))
                        .quiet(words.proposal(row));
            case ORIGINATOR -> Value.of(words.page.country(row.originatorState()));
            case ITEMS ->
                Value.of(String.join(", ", row.controlCodes()))
                        .orElse(words.withheld(row.ground("items")))
                        .orElse(Value.of(basis(row, words)));
            case DESTINATION ->
                Value.of(words.page.country(row.destinationState()))
                        .orElse(words.withheld(row.ground("destinationState")));
            case DECIDED ->
                Value.of(words.page.shortDay(row.decisionDate())).orElse(words.withheld(row.ground("decisionDate")));
            case KIND ->
                Value.of(Optional.ofNullable(row.kind()).map(words.code::kind).orElse(""));
            case BASIS -> Value.of(basis(row, words));
            case NOTIFIED -> Value.of(words.page.shortDay(row.notifiedDate()));
            case REVIEW -> Value.of(words.page.shortDay(row.reviewDue()));
            case MARKING -> Value.empty().marking(row.tlp());
            case CHANGED -> Value.of(words.page.moment(row.updatedAt()));
            case OWN_REFERENCE -> Value.empty().id(row.nationalRef());
        };
    }

    private static String basis(DenialSummary row, Words words) {
        return Optional.ofNullable(row.basis()).map(words.code::basis).orElse("");
    }
}
