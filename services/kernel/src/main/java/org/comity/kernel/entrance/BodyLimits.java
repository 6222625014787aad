package org.comity.kernel.entrance;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.comity.entrance.EntranceConfig;
import org.comity.entrance.Refusal;
import org.comity.entrance.RequestForm;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How large a body may be: a form with files as large as the service takes files, anything else 256 KB. */
@Singleton
class BodyLimits {

    private final long body;
    private final long form;

    BodyLimits(EntranceConfig config) {
        this.body = config.largestBody().asLongValue();
        this.form = config.largestForm().asLongValue();
    }

    /** The most bytes of a body of this media type. */
    long of(@Nullable String contentType) {
        return RequestForm.isFormWithFiles(contentType) ? form : Math.min(body, form);
    }

    /** Whether the request announces more than that; one that announces nothing is counted while it is read. */
    Optional<Refusal> fault(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        long most = of(request.getHeader("Content-Type"));
        return length != null && Long.parseLong(length) > most
                ? Optional.of(new Refusal(KernelProblem.TOO_LARGE.status(), "", said(most)))
                : Optional.empty();
    }

    /** The same refusal for a body that turned out to be larger. */
    static ProblemException tooLarge(long most) {
        return KernelProblem.TOO_LARGE.at("", said(most));
    }

    private static String said(long most) {
        return "The body may have " + most + " bytes.";
    }
}
