package org.comity.portal.consultation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Awaits;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.page.Page;

/** Consultations in words, in the language of a page. */
public final class Words {

    private final ConsultationTexts texts;
    private final Page page;

    /** In the language of that page. */
    public Words(Page page) {
        this.page = page;
        this.texts = page.texts(ConsultationTexts.class);
    }

    /** Type, item and destination in a line. */
    String headline(Consultation one) {
        ConsultationContent.Transaction transaction = one.transaction();
        List<String> items = transaction.items().stream()
                .map(it -> Objects.requireNonNullElse(it.description(), it.controlCode()))
                .filter(Objects::nonNull)
                .toList();
        return headline(texts.type(one.type()), items, transaction.destination());
    }

    /** A line of a list in a line. */
    public String headline(Consultation.Summary line) {
        return headline(texts.type(line.type()), line.controlCodes(), line.destination());
    }

    private String headline(String type, List<String> items, @org.jspecify.annotations.Nullable String destination) {
        Optional<String> item =
                items.stream().findFirst().map(it -> items.size() > 1 ? texts.headlineMore(it, items.size() - 1) : it);
        return item.map(it -> destination == null
                        ? texts.headline(type, it)
                        : texts.headlineTo(type, it, page.country(destination)))
                .orElseGet(() -> texts.headlineNoItem(type));
    }

    /** Who is asked, or who asks. */
    String others(Consultation.Summary line) {
        if (line.role() == Role.SENT) {
            return line.consultedStates().isEmpty()
                    ? texts.noStates()
                    : texts.asksThem(String.join(", ", page.countries(line.consultedStates())));
        }
        String state = page.country(line.requestingState());
        return line.role() == Role.RECEIVED
                ? texts.asksUs(state)
                : texts.grants(state, line.status() == Status.TRANSIT_ALLOWED);
    }

    /** What waits for the reader's own desk; an answer that is due needs no saying beside its deadline. */
    public String awaits(Consultation.Summary line) {
        Stream<Awaits> awaited = line.awaits().stream().filter(it -> it != Awaits.REPLY);
        return String.join(". ", awaited.map(texts::awaits).toList());
    }
}
