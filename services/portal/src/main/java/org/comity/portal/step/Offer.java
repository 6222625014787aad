package org.comity.portal.step;

import java.util.Comparator;
import java.util.List;
import org.comity.portal.api.HasSteps;
import org.comity.portal.page.Page;

/**
 * A step that the page of a record offers its reader.
 *
 * @param href the page of the step, or where the step is sent
 * @param sent whether the step is taken by this one press; other steps have a page
 */
public record Offer(String href, String text, Look look, boolean sent) {

    /** How much a page makes of a step; what comes first stands first. */
    public enum Look {
        /** What a reader most likely came for. */
        BUTTON,
        /** What is done as well. */
        SECONDARY,
        /** What is done now and then. */
        LINK
    }

    /** A step is sent by a press of a button alone. */
    public Offer {
        if (sent && look == Look.LINK) {
            throw new IllegalArgumentException("a step without a page is no link: " + href);
        }
    }

    /** The steps that a reader may take with a record and that its page offers, in the order of the record's view. */
    public static <R extends HasSteps> List<Offer> of(Subject<R> subject, List<Step<R>> steps, R one, Page page) {
        return steps.stream()
                .filter(step -> step.isShown() && step.isOffered(one, page))
                .sorted(Comparator.comparingInt(step -> one.steps().indexOf(step.listed())))
                .flatMap(step -> step.offer(subject.address(step.verb()), one, page).stream())
                .sorted(Comparator.comparing(Offer::look))
                .toList();
    }

    public boolean isLink() {
        return look == Look.LINK;
    }

    public boolean isSecondary() {
        return look == Look.SECONDARY;
    }
}
