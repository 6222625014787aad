package org.comity.portal.request;

import java.util.List;
import java.util.Set;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.denial.Words;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** What the drafter of a request for information says, described once: each field in its part. */
final class RequestForm {

    private static final int MOST_WORKING_DAYS = 60;

    private RequestForm() {}

    /** In the language of a page. */
    static List<Part> parts(Page page, Reference reference) {
        return List.of(what(page), whom(page, reference));
    }

    private static Part what(Page page) {
        RequestTexts texts = page.texts(RequestTexts.class);
        return Part.once(
                        "what",
                        texts.whatTitle(),
                        List.of(
                                Field.input("subject", texts.subjectAsk())
                                        .called(texts.subject())
                                        .most(200)
                                        .needed(),
                                Field.area("text", texts.textAsk(), 8)
                                        .called(texts.text())
                                        .most(4000)
                                        .needed(),
                                Field.input("relatedBulletin", texts.relatedAsk())
                                        .called(texts.related())
                                        .hint(texts.relatedHint())
                                        .shown((content, shown) ->
                                                Value.empty().reference(Json.text(content, "relatedBulletin")))
                                        .width(20)))
                .task(texts.group(), texts.whatTitle(), texts.taskWhatHint())
                .read(texts.whatTitle(), "");
    }

    private static Part whom(Page page, Reference reference) {
        RequestTexts texts = page.texts(RequestTexts.class);
        List<Choice> states = new Words(page)
                .states(reference.subscribingStates().stream()
                        .filter(it -> !page.isOf(it.iso2()))
                        .toList());
        return Part.once(
                        "whom",
                        texts.whomTitle(),
                        List.of(
                                Field.checks("addressees", texts.addresseesAsk(), states)
                                        .called(texts.addressees())
                                        .hint(texts.addresseesHint())
                                        .shown((content, shown) ->
                                                Value.empty().chips(page.countries(Json.texts(content, "addressees"))))
                                        .open()
                                        .inColumns()
                                        .needed(),
                                Field.number("dueInWorkingDays", texts.workingDaysAsk())
                                        .called(texts.workingDays())
                                        .hint(texts.workingDaysHint())
                                        .whole(texts.notWhole(), MOST_WORKING_DAYS),
                                Field.day("dueOn", texts.dueOnAsk())
                                        .called(texts.dueOn())
                                        .hint(texts.dueOnHint())))
                .task(texts.group(), texts.whomTitle(), texts.taskWhomHint())
                .read(texts.whomTitle(), "")
                .then(Draft.CHECK);
    }

    /**
     * What a request says, to be read.
     *
     * @param base where its draft has its addresses; empty where it is no draft
     */
    static List<Reading> reading(InformationRequest one, Page page, Reference reference, String base) {
        return new Draft(base, parts(page, reference), Json.tree(one.draft()), page)
                .reading(Set.of(), field -> Value.empty());
    }
}
