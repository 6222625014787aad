package org.comity.portal.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.BulletinCodes;
import org.comity.portal.api.Codes;
import org.comity.portal.api.InboxCodes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Rule;
import org.comity.portal.bulletin.BulletinTexts;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** What is asked for a rule, described once. */
final class RuleForm {

    private static final int MOST_COUNTRIES = 20;

    /** What is chosen where no mail is wanted; a rule then says no frequency. */
    private static final String NO_MAIL = "NONE";

    private RuleForm() {}

    static List<Field> fields(Page page, Reference reference) {
        InboxTexts texts = page.texts(InboxTexts.class);
        BulletinTexts bulletins = page.texts(BulletinTexts.class);
        DenialTexts denial = page.texts(DenialTexts.class);
        Words words = new Words(page);
        return List.of(
                Field.input("name", texts.nameAsk()).called(texts.name()).most(100),
                Field.checks("kinds", texts.kindsAsk(), Choice.all(InboxCodes.Kind.class, texts::kind))
                        .called(texts.kindLabel())
                        .hint(texts.anyHint()),
                Field.list("items", texts.itemsAsk(), 3)
                        .called(texts.items())
                        .hint(texts.itemsHint())
                        .shown((content, shown) -> Value.empty().chips(Json.texts(content, "items"))),
                Field.rows(
                                "destinations",
                                texts.destinationsAsk(),
                                MOST_COUNTRIES,
                                5,
                                at -> List.of(Field.select("", denial.transitNumber(at + 1), words.countries())
                                        .none(denial.noCountry())
                                        .open()))
                        .called(texts.destinations())
                        .shown((content, shown) ->
                                Value.empty().chips(page.countries(Json.texts(content, "destinations"))))
                        .hint(texts.anyHint()),
                Field.checks(
                                "misuseTypes",
                                denial.misuseAsk(),
                                Choice.all(Codes.MisuseType.class, page.texts(CodeTexts.class)::misuse))
                        .called(denial.misuse())
                        .hint(texts.anyHint())
                        .inColumns(),
                Field.checks("classes", texts.classesAsk(), Choice.all(BulletinCodes.Kind.class, bulletins::kind))
                        .called(texts.classes())
                        .hint(texts.anyHint())
                        .inColumns(),
                Field.checks("originators", texts.originatorsAsk(), words.states(reference.subscribingStates()))
                        .called(texts.originators())
                        .hint(texts.anyHint())
                        .inColumns(),
                Field.input("text", texts.textAsk())
                        .called(texts.text())
                        .hint(texts.textHint())
                        .most(200),
                Field.radio(
                                "frequency",
                                texts.mailAsk(),
                                Stream.concat(
                                                Stream.of(Choice.of(NO_MAIL, texts.noMail())),
                                                Choice.all(InboxCodes.Frequency.class, texts::frequency).stream())
                                        .toList())
                        .called(texts.mail())
                        .hint(texts.mailHint()),
                Field.tick("shared", texts.sharedYes(), texts.shared()));
    }

    /** A form with what a rule says. */
    static Form show(Rule rule, Page page, Reference reference) {
        Form form = Form.blank();
        fields(page, reference).forEach(field -> field.binding().show(Json.tree(rule), form));
        return form;
    }

    /** What was typed. */
    static ObjectNode read(Form form, Page page, Reference reference) {
        ObjectNode said = Json.object();
        fields(page, reference).forEach(field -> field.binding().read(form, said, page));
        if (said.path("frequency").asText().equals(NO_MAIL)) {
            said.remove("frequency");
        }
        if (said.has("frequency")) {
            said.putArray("channels").add(InboxCodes.Channel.MAIL.name());
        }
        return said;
    }
}
