package org.comity.kernel.http;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Checks what came in against its own constraints, all of them at once. */
@Singleton
public class RequestBody {

    /** Assumption: the most faults that are told at once, in the order of their pointers. */
    private static final int MOST_FAULTS = 200;

    private final Validator validator;
    private final Clock clock;

    RequestBody(Validator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * The body, if there is one and no constraint of its type is broken.
     *
     * @throws org.comity.kernel.problem.ProblemException that names every field at fault
     */
    public <T> T checked(@Nullable T body) {
        T present = present(body);
        List<FieldError> errors = new ArrayList<>(faults(present));
        if (present instanceof CheckedBody whole) {
            errors.addAll(whole.wrong(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
        return present;
    }

    /** The body, if there is one; its constraints are for the caller to look at, through {@link #faults}. */
    public <T> T present(@Nullable T body) {
        if (body == null) {
            throw KernelProblem.MALFORMED_REQUEST.at("", "A JSON object is missing.");
        }
        return body;
    }

    /** The broken constraints, by pointer; the first 200 where there are more. */
    public <T> List<FieldError> faults(T body) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<T> violation : validator.validate(body)) {
            errors.add(new FieldError(pointer(violation.getPropertyPath()), violation.getMessage()));
        }
        errors.sort(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail));
        return errors.size() > MOST_FAULTS ? List.copyOf(errors.subList(0, MOST_FAULTS)) : errors;
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
