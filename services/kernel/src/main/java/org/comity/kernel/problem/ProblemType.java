package org.comity.kernel.problem;

import java.util.List;
import java.util.Locale;

/** A kind of refusal: a stable slug, an HTTP status and a title. Each service lists its own in one enum. */
public interface ProblemType {

    /** The stable name, kebab-case; the wire form is {@code urn:comity:problem:<slug>}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant's name; problems are enums, so that each is listed in docs/rules.md. */
    String name();

    /** The HTTP status. */
    int status();

    /** A short sentence without the particulars. */
    String title();

    /** This refusal, with the particulars that the caller may know. */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of(), null);
    }

    /** This refusal, with the fields at fault. */
    default ProblemException in(List<FieldError> errors) {
        return new ProblemException(this, null, errors, null);
    }

    /** This refusal, with the one field at fault. */
    default ProblemException at(String pointer, String detail) {
        return in(List.of(new FieldError(pointer, detail)));
    }

    /** This refusal, with the failure behind it, which goes to the log alone. */
    default ProblemException causedBy(String detail, Throwable cause) {
        return new ProblemException(this, detail, List.of(), cause);
    }
}
