package org.comity.portal.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.Json;
import org.comity.portal.api.Rule;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** What the channels out of the news have in common: which rule they follow, and what is shown once. */
final class Shown {

    private static final int MOST = 100;

    private Shown() {}

    /**
     * What a service says once.
     *
     * @param called the name of the channel
     * @param text what it is, and what to do with it
     * @param value what is said once
     */
    @CheckedTemplate(basePath = "inbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Once(Page page, String called, String text, String value, String back, String backHref)
            implements TemplateInstance {}

    /** The rule whose matches alone a channel has; without one it has all the news. */
    static Field rule(Page page, Services services) {
        InboxTexts texts = page.texts(InboxTexts.class);
        List<Choice> rules =
                services.at("/subscriptions/v1/rules").with("limit", MOST).read(Rule.Page.class).items().stream()
                        .map(rule -> Choice.of(rule.id().toString(), rule.name()))
                        .toList();
        return Field.select("rule", texts.feedRuleAsk(), rules)
                .called(texts.ruleLabel())
                .none(texts.feedRuleNone());
    }

    /** What was typed. */
    static ObjectNode said(Form form, List<Field> fields, Page page) {
        ObjectNode said = Json.object();
        fields.forEach(field -> field.binding().read(form, said, page));
        return said;
    }
}
