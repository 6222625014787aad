package org.comity.portal.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Rule;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** What the owner of a rule does with it. */
@Singleton
class RuleSteps implements RecordSteps<Rule> {

    private final Reference reference;

    RuleSteps(Reference reference) {
        this.reference = reference;
    }

    @Override
    public List<Step<Rule>> all() {
        return List.of(
                Step.<Rule>of("edit")
                        .begins((one, page) -> RuleForm.show(one, page, reference))
                        .asks((one, form, page) -> {
                            InboxTexts texts = page.texts(InboxTexts.class);
                            return Asked.of(texts.editRule(), texts.save()).fields(RuleForm.fields(page, reference));
                        })
                        .sends((one, form, page) -> RuleForm.read(form, page, reference))
                        .replaces(),
                Step.<Rule>of("discard").asks((one, form, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return Asked.warning(texts.discardRule(), texts.discardRule())
                            .inset(one.name())
                            .text(texts.discardText());
                }));
    }
}
