package org.comity.portal.page;

import org.comity.portal.api.Refusal;

/** Forms whose key was used before, for something else: the browser showed an old page again after it had been sent. */
public final class Keys {

    private Keys() {}

    /** Whether the service refuses for that; then the form gets a new key, and says where to look first. */
    public static boolean isUsedUp(Form form, Refusal refusal, String list, Texts texts) {
        if (!refusal.problem().slug().equals("idempotency-key-reused")) {
            return false;
        }
        form.newKey().faultAt(list, texts.keyReused());
        return true;
    }
}
