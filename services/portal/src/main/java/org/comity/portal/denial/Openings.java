package org.comity.portal.denial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.portal.api.Alone;
import org.comity.portal.api.Denial;
import org.comity.portal.api.History;
import org.comity.portal.api.Services;
import org.comity.portal.page.Page;

/** Which states opened an own denial; a part of its page that fails alone. */
@ApplicationScoped
class Openings {

    private final Services services;

    Openings(Services services) {
        this.services = services;
    }

    /**
     * What the page shows.
     *
     * @param shown whether it is for this person at all
     * @param failed whether the service did not answer
     */
    public record Shown(boolean shown, boolean failed, List<Row> rows) {}

    /**
     * A state, in the person's language.
     *
     * @param day the latest day on which it opened the denial, and what it read
     * @param before on how many days before that; empty for none
     */
    public record Row(String state, String day, String before) {}

    /** For the originator's desk and its point of contact, once it was notified. */
    Shown of(Denial one, Page page) {
        boolean theirs = page.person()
                .filter(it -> it.isOf(one.originatorState()) && (it.isOfficer() || it.isContact()))
                .isPresent();
        if (!theirs || one.version() == 0) {
            return new Shown(false, false, List.of());
        }
        return Alone.ask("Receipts", () -> services.at("/denials/v1/denials/{id}/receipts", one.id())
                        .read(History.Receipts.class)
                        .items())
                .map(it -> new Shown(true, false, rows(it, page)))
                .orElseGet(() -> new Shown(true, true, List.of()));
    }

    private static List<Row> rows(List<History.Receipt> receipts, Page page) {
        StandingTexts texts = page.texts(StandingTexts.class);
        Map<String, List<History.Receipt>> byState = receipts.stream()
                .sorted(Comparator.comparing(History.Receipt::day).reversed())
                .collect(Collectors.groupingBy(History.Receipt::state, LinkedHashMap::new, Collectors.toList()));
        return byState.entrySet().stream()
                .map(it -> row(page.country(it.getKey()), it.getValue(), page, texts))
                .toList();
    }

    private static Row row(String state, List<History.Receipt> latestFirst, Page page, StandingTexts texts) {
        History.Receipt latest = latestFirst.getFirst();
        int before = (int) latestFirst.stream()
                .map(History.Receipt::day)
                .distinct()
                .filter(it -> !it.equals(latest.day()))
                .count();
        return new Row(
                state,
                texts.openedOn(page.day(latest.day()), latest.version()),
                before == 0 ? "" : texts.openedMore(before));
    }
}
