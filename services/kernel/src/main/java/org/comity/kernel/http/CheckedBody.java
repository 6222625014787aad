package org.comity.kernel.http;

import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.problem.FieldError;

/** A body with rules that the constraint of no one field can say. */
public interface CheckedBody {

    /**
     * What is wrong with it, beside its broken constraints.
     *
     * @param today in UTC
     */
    List<FieldError> wrong(LocalDate today);
}
