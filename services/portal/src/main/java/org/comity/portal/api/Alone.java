package org.comity.portal.api;

import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks a service for a part of a page that fails alone: the page says so, and lives on. */
public final class Alone {

    private static final Logger LOG = Logger.getLogger(Alone.class);

    private Alone() {}

    /**
     * What the service answers; nothing where it refuses or does not answer.
     *
     * @param part the name of the part in the log
     * @throws Refusal where the service refuses the person and not the part
     */
    public static <T> Optional<T> ask(String part, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Refusal refusal) {
            if (refusal.isOfPerson()) {
                throw refusal;
            }
            LOG.warnf("%s: the service refused, %s", part, refusal.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warnf("%s: the service did not answer, %s", part, unreachable.getMessage());
        }
        return Optional.empty();
    }
}
