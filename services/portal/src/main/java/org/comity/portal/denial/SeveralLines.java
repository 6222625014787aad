package org.comity.portal.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Page;

/** The items, parties or reasons of a draft in short, each to be changed or removed. */
final class SeveralLines {

    private SeveralLines() {}

    /** One of them. */
    public record Line(String title, String href, List<Row> rows) {}

    /** A word and what it stands for. */
    public record Row(String key, String value) {}

    static String title(Step step, Words words) {
        return switch (step) {
            case ItemStep item -> words.denial.itemsTitle();
            case PartyStep party -> words.denial.partiesTitle();
            default -> words.denial.reasonsTitle();
        };
    }

    static String add(Step step, Words words) {
        return switch (step) {
            case ItemStep item -> words.denial.addItem();
            case PartyStep party -> words.denial.addParty();
            default -> words.denial.addReason();
        };
    }

    static List<Line> of(Step step, DenialContent draft, String here, Words words, Page page) {
        return IntStream.range(0, step.count(draft))
                .mapToObj(index -> switch (step) {
                    case ItemStep item -> item(draft.items().get(index), index, here, words);
                    case PartyStep party -> party(draft.parties().get(index), index, here, words, page);
                    default -> reason(draft.reasons().get(index), index, here, words);
                })
                .toList();
    }

    private static Line item(DenialContent.Item item, int index, String here, Words words) {
        List<Row> rows = new ArrayList<>();
        add(rows, words.denial.description(), item.description());
        add(rows, words.denial.controlCode(), item.controlCode());
        if (item.productType() != null) {
            add(rows, words.denial.productType(), words.code.productType(item.productType()));
        }
        return new Line(words.denial.itemTitle(index + 1), here + "/" + index, rows);
    }

    private static Line party(DenialContent.Party party, int index, String here, Words words, Page page) {
        List<Row> rows = new ArrayList<>();
        if (party.role() != null) {
            add(rows, words.denial.role(), words.code.partyRole(party.role()));
        }
        add(rows, words.denial.nativeName(), party.nativeScriptName());
        if (party.country() != null) {
            add(rows, words.denial.country(), page.country(party.country()));
        }
        return new Line(Objects.requireNonNullElseGet(party.name(), words.denial::unnamed), here + "/" + index, rows);
    }

    private static Line reason(DenialContent.Reason reason, int index, String here, Words words) {
        List<Row> rows = new ArrayList<>();
        if (reason.criterion() != null) {
            add(rows, words.denial.criterion(), words.code.criterion(reason.criterion()));
        }
        String misuses = String.join(
                ", ", reason.misuseTypes().stream().map(words.code::misuse).toList());
        add(rows, words.denial.misuse(), misuses.isEmpty() ? null : misuses);
        return new Line(words.denial.reasonTitle(index + 1), here + "/" + index, rows);
    }

    private static void add(List<Row> rows, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            rows.add(new Row(key, value));
        }
    }
}
