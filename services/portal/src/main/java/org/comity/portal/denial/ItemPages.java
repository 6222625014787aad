package org.comity.portal.denial;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** The page of an item, for other records whose items are like a denial's. */
public final class ItemPages {

    private final ItemStep step;

    public ItemPages(Reference reference) {
        this.step = new ItemStep(reference);
    }

    /** The heading. */
    public String title(Page page, List<DenialContent.Item> items, int index) {
        return step.title(new Words(page), with(items), index);
    }

    /** The form as the items have it; blank for one more. */
    public Form show(List<DenialContent.Item> items, int index) {
        return step.show(with(items), index);
    }

    /** The items with what was typed; what cannot be read is a fault of the form. */
    public List<DenialContent.Item> read(List<DenialContent.Item> items, Form form, int index, Page page) {
        return step.read(with(items), form, index, new Words(page)).items();
    }

    /** The page. */
    public TemplateInstance page(Page page, StepFrame frame, Form form) {
        return step.page(page, frame, form, new Words(page));
    }

    private static DenialContent with(List<DenialContent.Item> items) {
        DraftEditor draft = new DraftEditor(DenialContent.empty());
        draft.items = items;
        return draft.done();
    }
}
