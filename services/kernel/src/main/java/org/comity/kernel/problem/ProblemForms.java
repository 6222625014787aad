package org.comity.kernel.problem;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * Writes a refusal in the form of its address, wherever it was found: as a problem, unless a {@link ProblemForm} is for the
 * address.
 */
@Singleton
public class ProblemForms {

    private final Instance<ProblemForm> forms;

    ProblemForms(Instance<ProblemForm> forms) {
        this.forms = forms;
    }

    /** A refusal, ready to be sent. */
    public record Written(String mediaType, Object body) {}

    /** The refusal in the form of this address. */
    public Written of(String path, Problem problem) {
        return forms.stream()
                .filter(form -> form.isFor(path))
                .findFirst()
                .map(form -> new Written(form.mediaType(), form.body(problem)))
                .orElseGet(() -> new Written(Problem.MEDIA_TYPE, problem));
    }
}
