package org.comity.portal.discard;

import java.util.List;
import org.comity.portal.step.Asked;

/**
 * The page before something is thrown away. What waits for an approver is not listed among the steps, so that it has no
 * such page.
 *
 * <p>Rules: R-245.
 */
final class Sure {

    private Sure() {}

    /** Says what will be lost and what stays, and asks once more. */
    static Asked page(String title, List<String> lost, String stays, String yes, DiscardTexts texts) {
        return Asked.warning(title, yes)
                .heading(texts.willBeLost())
                .bullets(lost)
                .text(stays);
    }
}
