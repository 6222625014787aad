package org.comity.portal.page;

import java.util.Map;
import org.comity.portal.api.Refusal;

/** What narrows a list, with the form in which it is typed and a chip for each part that is on. */
public final class Filters {

    private Filters() {}

    /** A filter that is on; its link turns it off. */
    public record Chip(String text, String href) {}

    /**
     * Says at its field what the service finds wrong with a filter.
     *
     * @param said the parameters that were sent, by name
     * @throws Refusal this one, where no field is at fault
     */
    public static void faults(Refusal refusal, Map<String, String> said, Form form) {
        if (refusal.status() == 400) {
            refusal.problem().errors().stream()
                    .filter(it -> said.containsKey(it.pointer()))
                    .forEach(it -> form.refused(it.pointer(), it.detail()));
        }
        if (!form.isFaulty()) {
            throw refusal;
        }
    }
}
