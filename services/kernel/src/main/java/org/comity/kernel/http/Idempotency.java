package org.comity.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Lets a creating POST be repeated: the same key, caller and path answer as the first time. The reply is kept in the
 * transaction of its effect, so that there is never one without the other; two at once wait for each other. A caller
 * whose state or roles have changed since repeats nothing. The body is kept under a seal that only the repeated request
 * opens.
 */
@Singleton
public class Idempotency {

    private static final int LONGEST_KEY = 100;

    private final Sql sql;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    Idempotency(Sql sql, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Runs the effect, or repeats its reply.
     *
     * @param key the {@code Idempotency-Key} header; absent, the effect simply runs
     * @param path the path, to which the key is scoped
     * @param request the request as it was understood
     * @param effect works in this transaction, and throws to refuse
     */
    @Transactional
    public Reply once(@Nullable String key, String path, Object request, Supplier<Reply> effect) {
        if (key == null) {
            return effect.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw KernelProblem.MALFORMED_REQUEST.at(
                    "Idempotency-Key", "A key has 1 to " + LONGEST_KEY + " printable ASCII characters without spaces.");
        }
        String made = made(request);
        String hash = ETag.hash(made);
        boolean first = sql.into("idempotent_reply")
                        .onConflict("do nothing")
                        .with("person", person(), "path", path, "key", key)
                        .with("body_hash", hash, "created_at", clock.instant())
                        .run()
                == 1;
        if (!first) {
            return repeat(path, key, made);
        }
        Reply reply = effect.get();
        sql.of("update idempotent_reply set status = :status, location = :location, etag = :etag, body = :body"
                        + " where person = :person and path = :path and key = :key")
                .with(
                        "status",
                        reply.status(),
                        "location",
                        reply.location(),
                        "etag",
                        reply.etag().value())
                .with("body", SealedReply.seal(reply.json(), made))
                .with("person", person(), "path", path, "key", key)
                .run();
        return reply;
    }

    /** A reply as it was kept. */
    private record Kept(
            String bodyHash, int status, @Nullable String location, String etag, String body) {}

    private Reply repeat(String path, String key, String made) {
        Kept kept = sql.of("select body_hash, status, location, etag, body from idempotent_reply"
                        + " where person = :person and path = :path and key = :key")
                .with("person", person(), "path", path, "key", key)
                .one(Kept.class);
        if (!ETag.hash(made).equals(kept.bodyHash())) {
            throw KernelProblem.IDEMPOTENCY_KEY_REUSED.at("Idempotency-Key", "Use a new key for a new request.");
        }
        return new Reply(kept.status(), kept.location(), new ETag(kept.etag()), SealedReply.open(kept.body(), made));
    }

    private String person() {
        return caller.get().person().id();
    }

    /** The request, and the rights with which it was made. */
    private String made(Object request) {
        Caller by = caller.get();
        try {
            String state = by.state().map(StateCode::value).orElse("");
            return state + " " + new TreeSet<>(by.roles()) + " " + json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
    }
}
