package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.DenialContent;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Page;

/** The items or parties of a draft in short, each to be changed or removed. */
record SeveralPage(
        Page page, String ref, String title, List<Line> lines, String back, String next, String add, String addText) {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SeveralOnes(
            Page page, String ref, String title, List<Line> lines, String back, String next, String add, String addText)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RemoveOne(Page page, String ref, String what, String action, String back, String etag)
            implements TemplateInstance {}

    /** One of them, with what is said of it. */
    public record Line(String title, String href, List<String> said) {}

    static SeveralPage items(Consultation one, String base, Page page) {
        DraftTexts texts = page.texts(DraftTexts.class);
        DenialTexts denial = page.texts(DenialTexts.class);
        List<DenialContent.Item> items = one.transaction().items();
        return new SeveralPage(
                page,
                one.ref(),
                texts.itemsTitle(),
                IntStream.range(0, items.size())
                        .mapToObj(it -> new Line(
                                denial.itemTitle(it + 1),
                                base + "/items/" + it,
                                said(items.get(it).description(), items.get(it).controlCode())))
                        .toList(),
                base,
                base + "/parties",
                base + "/items/new",
                texts.addItem());
    }

    static SeveralPage parties(Consultation one, String base, Page page) {
        DraftTexts texts = page.texts(DraftTexts.class);
        CodeTexts codes = page.texts(CodeTexts.class);
        List<ConsultationContent.Party> parties = one.transaction().parties();
        return new SeveralPage(
                page,
                one.ref(),
                texts.partiesTitle(),
                IntStream.range(0, parties.size())
                        .mapToObj(it -> {
                            ConsultationContent.Party party = parties.get(it);
                            return new Line(
                                    Objects.requireNonNullElseGet(party.name(), () -> page.texts(DenialTexts.class)
                                            .unnamed()),
                                    base + "/parties/" + it,
                                    said(
                                            party.role() == null ? null : codes.partyRole(party.role()),
                                            party.country() == null ? null : page.country(party.country())));
                        })
                        .toList(),
                base,
                base + "/transaction",
                base + "/parties/new",
                texts.addParty());
    }

    private static List<String> said(@org.jspecify.annotations.Nullable String... said) {
        return Stream.of(said).filter(Objects::nonNull).toList();
    }

    /** The draft without that item or party; as it is where there is none. */
    static ConsultationContent without(ConsultationContent draft, String path, int index) {
        ConsultationContent.Transaction before = draft.transaction();
        return draft.with(
                path.equals("items")
                        ? before.withItems(without(before.items(), index))
                        : before.withParties(without(before.parties(), index)));
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> rest = new ArrayList<>(list);
        if (index >= 0 && index < rest.size()) {
            rest.remove(index);
        }
        return rest;
    }

    TemplateInstance show() {
        return new SeveralOnes(page, ref, title, lines, back, next, add, addText);
    }
}
