package org.comity.kernel.problem;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a refusal from where it is found to the response. Made by {@link ProblemType}. */
public final class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final @Nullable String detail;
    private final transient List<FieldError> errors;

    ProblemException(ProblemType type, @Nullable String detail, List<FieldError> errors, @Nullable Throwable cause) {
        super(type.slug() + (detail == null ? "" : ": " + detail), cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** What kind of refusal this is. */
    public ProblemType type() {
        return type;
    }

    /** The particulars, for the caller. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** The fields at fault. */
    public List<FieldError> errors() {
        return errors;
    }
}
