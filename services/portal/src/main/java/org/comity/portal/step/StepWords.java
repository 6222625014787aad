package org.comity.portal.step;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.portal.page.Page;

/**
 * Lets the steps of a kind of record take their words from a bundle.
 *
 * @param <R> the record
 * @param <T> the bundle
 */
public record StepWords<R, T>(Class<T> bundle) {

    /** What the page of a step asks, in words of the bundle. */
    public interface Says<R, T> {
        Asked asked(R one, T texts, Page page);
    }

    /** A page in words of the bundle. */
    public Step.Asks<R> asks(Says<R, T> says) {
        return (one, form, page) -> says.asked(one, page.texts(bundle), page);
    }

    /** A text of the bundle. */
    public BiFunction<R, Page, String> says(Function<T, String> text) {
        return (one, page) -> text.apply(page.texts(bundle));
    }
}
