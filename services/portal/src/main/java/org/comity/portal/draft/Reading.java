package org.comity.portal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.comity.portal.form.Field;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;

/**
 * What a part of a content says, as it is read: on the page that checks it, with the ways to change it, and on the page of
 * its record.
 *
 * @param title over several cards; empty for one
 * @param note why it is kept back; nothing where it is not
 * @param none what is said where there is no card
 * @param add where one more is typed; empty where none is
 */
public record Reading(String title, Value note, List<Card> cards, String none, String add, String addText) {

    /**
     * What is said together.
     *
     * @param changed the words that say it was changed; empty where it was not
     */
    public record Card(
            String title, String level, String href, String removeHref, String changed, List<Field.Answer> answers) {}

    /** Reads a draft, as far as its parts are to be read; one without a base offers no changes. */
    static List<Reading> of(Draft draft, Set<String> changed, Function<String, Value> withheld) {
        return draft.parts().stream()
                .filter(Part::isRead)
                .map(it -> new Reader(draft, it, changed.contains(it.path()), withheld).read())
                .filter(Reading::saysSomething)
                .toList();
    }

    private boolean saysSomething() {
        return !cards.isEmpty() || !note.isEmpty() || !none.isEmpty() || !add.isEmpty();
    }

    private record Reader(Draft draft, Part part, boolean changed, Function<String, Value> withheld) {

        private boolean isEdited() {
            return !draft.base().isEmpty();
        }

        Reading read() {
            return part.isSeveral() ? several() : once();
        }

        private Reading once() {
            List<Field.Answer> answers = answers(draft.content(), 0);
            boolean shown =
                    isEdited() || answers.stream().anyMatch(it -> !it.value().isEmpty());
            Card card = card(part.read(), "2", "", answers);
            return new Reading("", Value.empty(), shown ? List.of(card) : List.of(), "", "", "");
        }

        private Reading several() {
            List<Card> cards = IntStream.range(0, part.count(draft.content()))
                    .mapToObj(it -> card(part.called(draft.content(), it), "3", "/" + it, answers(draft.content(), it)))
                    .toList();
            Value note = withheld.apply(part.list());
            return new Reading(
                    part.read(),
                    note,
                    cards,
                    cards.isEmpty() && note.isEmpty() ? part.none() : "",
                    isEdited() ? draft.base() + "/" + part.path() + "/new" : "",
                    part.add());
        }

        private Card card(String title, String level, String which, List<Field.Answer> answers) {
            String href = isEdited() ? draft.base() + "/" + part.path() + which : "";
            Texts texts = draft.page().texts(Texts.class);
            Value notSaid = Value.empty().quiet(texts.notSaid());
            return new Card(
                    title,
                    level,
                    href,
                    isEdited() && part.isSeveral() ? href + "/remove" : "",
                    changed ? texts.changed() : "",
                    answers.stream().map(it -> it.or(notSaid)).toList());
        }

        /** What is said, or kept back, or is told to be missing. */
        private List<Field.Answer> answers(JsonNode content, int at) {
            List<Field.Answer> answers = new ArrayList<>();
            for (Field.Answer answer : part.allAnswers(content, at, draft.page())) {
                Value value = part.isSeveral()
                        ? answer.value()
                        : Value.empty().and(answer.value()).and(withheld.apply(answer.name()));
                if (!value.isEmpty() || answer.always() || answer.needed() && isEdited()) {
                    answers.add(answer.with(value));
                }
            }
            return answers;
        }
    }
}
