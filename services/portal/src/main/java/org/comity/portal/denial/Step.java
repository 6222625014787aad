package org.comity.portal.denial;

import io.quarkus.qute.TemplateInstance;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** One page of drafting: shows a part of the draft in a form, and reads it back. */
sealed interface Step permits DecisionStep, ItemStep, PartyStep, EndUseStep, ReasonStep, ReleaseStep, AnnexStep {

    /** The part of the address. */
    String path();

    /** Whether the draft has a list of these; {@code index} says which, otherwise it is 0. */
    boolean isSeveral();

    /** How many there are. */
    int count(DenialContent content);

    /** The heading. */
    String title(Words words, DenialContent content, int index);

    /** The form as the draft has it; blank for one more. */
    Form show(DenialContent content, int index);

    /** The draft with what was typed; what cannot be read is a fault of the form. */
    DenialContent read(DenialContent content, Form form, int index, Words words);

    /** The draft without that one. */
    DenialContent remove(DenialContent content, int index);

    /** The page. */
    TemplateInstance page(Page page, StepFrame step, Form form, Words words);
}
