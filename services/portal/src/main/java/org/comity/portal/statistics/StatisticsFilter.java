package org.comity.portal.statistics;

import java.util.List;
import java.util.Map;
import org.comity.portal.api.Reference;
import org.comity.portal.denial.Words;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Narrowing;
import org.comity.portal.page.Page;

/** What the statistics can be narrowed to. */
final class StatisticsFilter {

    static final String FROM = "from";
    static final String TO = "to";
    static final String ITEM = "item";
    static final String DESTINATION = "destination";
    static final String ORIGINATOR = "originator";

    private StatisticsFilter() {}

    /** As the address says; what is no day is a fault of its form. */
    static Narrowing of(Map<String, List<String>> address, Page page, Reference reference) {
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Words words = new Words(page);
        return Narrowing.of(
                        "/statistics",
                        List.of(
                                Filter.text(FROM, texts.from(), texts.dayHint()),
                                Filter.text(TO, texts.to(), texts.dayHint()),
                                Filter.suggested(ITEM, texts.item(), words.entries(reference.controlListEntries())),
                                Filter.country(
                                        DESTINATION, texts.destination(), texts.anyCountry(), words.countries(), page),
                                Filter.country(
                                        ORIGINATOR,
                                        texts.originator(),
                                        texts.anyState(),
                                        words.states(reference.subscribingStates()),
                                        page)),
                        address)
                .days(FROM, TO, texts.wrongDay(), texts.toBeforeFrom());
    }
}
