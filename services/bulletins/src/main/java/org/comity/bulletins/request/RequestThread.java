package org.comity.bulletins.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a request is to one addressee: the asking state sees all threads, an addressee its own.
 *
 * @param dueAt the last instant of the day until which it may answer
 * @param reminded it was reminded that its last day comes near
 * @param overdue it had not answered when that was over
 * @param bulletin the bulletin that the answer names, where the reader has it
 */
public record RequestThread(
        StateCode state,
        Instant dueAt,
        boolean reminded,
        boolean overdue,
        @Nullable String text,
        @Nullable NamedBulletin bulletin,
        @Nullable Instant answeredAt) {

    /** A thread as it is stored, with the bulletin where the reader has it. */
    record Row(
            StateCode state,
            Instant dueAt,
            Optional<Instant> remindedAt,
            Optional<Instant> overdueAt,
            Optional<String> text,
            Optional<UUID> bulletin,
            Optional<String> bulletinRef,
            Optional<Instant> answeredAt) {

        RequestThread shown() {
            return new RequestThread(
                    state,
                    dueAt,
                    remindedAt.isPresent(),
                    overdueAt.isPresent(),
                    text.orElse(null),
                    bulletin.map(id -> new NamedBulletin(id, bulletinRef.orElseThrow()))
                            .orElse(null),
                    answeredAt.orElse(null));
        }
    }
}
