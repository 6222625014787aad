package org.comity.kernel.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of this request, once {@link CallerFilter} has let it in. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** The caller, or empty before it is known and in work that no request asked for. */
    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /**
     * The caller.
     *
     * @throws IllegalStateException outside a request that was let in
     */
    public Caller get() {
        return find().orElseThrow(() -> new IllegalStateException("no caller in this request"));
    }

    /** Says who the caller is; for the filter, and for tests that stand where it stands. */
    public void set(Caller caller) {
        this.caller = caller;
    }
}
