package org.comity.portal.inbox;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comity.portal.api.Webhook;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** What the owner of a webhook does with it. */
@Singleton
class WebhookSteps implements RecordSteps<Webhook> {

    /** What the steps are called, in their order. */
    static final Map<String, Function<InboxTexts, String>> NAMES = names();

    private static Map<String, Function<InboxTexts, String>> names() {
        Map<String, Function<InboxTexts, String>> names = new LinkedHashMap<>();
        names.put("enable", InboxTexts::webhookEnable);
        names.put("test", InboxTexts::webhookTest);
        names.put("replay", InboxTexts::webhookReplay);
        names.put("rotate", InboxTexts::webhookRotate);
        names.put("discard", InboxTexts::webhookDiscard);
        return names;
    }

    @Override
    public List<Step<Webhook>> all() {
        return List.of(
                step("enable", InboxTexts::webhookEnableText),
                step("test", InboxTexts::webhookTestText).shows(WebhookResource::tested),
                step("replay", InboxTexts::replayLead)
                        .begins((hook, page) -> {
                            Form form = Form.blank();
                            form.put("after", "0");
                            return form;
                        })
                        .asks((hook, form, page) -> {
                            InboxTexts texts = page.texts(InboxTexts.class);
                            return asked("replay", hook, texts)
                                    .text(texts.replayLead() + " " + texts.replayText(page.number(hook.deliveredSeq())))
                                    .fields(after(page));
                        })
                        .sends((hook, form, page) -> Shown.said(form, after(page), page)),
                step("rotate", InboxTexts::webhookRotateText)
                        .shows((hook, answer, page) -> WebhookResource.secret(answer, page)),
                Step.<Webhook>of("discard").asks((hook, form, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return Asked.warning(texts.webhookDiscard(), texts.webhookDiscard())
                            .inset(hook.name())
                            .text(texts.webhookDiscardText());
                }));
    }

    private static Step<Webhook> step(String verb, Function<InboxTexts, String> text) {
        return Step.<Webhook>of(verb).asks((hook, form, page) -> {
            InboxTexts texts = page.texts(InboxTexts.class);
            return asked(verb, hook, texts).text(text.apply(texts));
        });
    }

    private static Asked asked(String verb, Webhook hook, InboxTexts texts) {
        String name = NAMES.getOrDefault(verb, InboxTexts::webhooksTitle).apply(texts);
        return Asked.of(name, name).inset(hook.name());
    }

    private static List<Field> after(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(Field.number("after", texts.replayAsk()).called(texts.deliveryNumber()));
    }
}
