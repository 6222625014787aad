package org.comity.kernel.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.text.PlainText;
import org.comity.kernel.text.TextForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form with one file, in the part {@code file}: its parts are those that are known, each once.
 *
 * <p>Rules: R-274.
 */
public final class FormParts {

    private static final String FILE = "file";
    private static final int LONGEST_NAME = 200;
    private static final Set<String> CHARSETS = Set.of("utf-8", "us-ascii");
    private static final Pattern CHARSET =
            Pattern.compile("\\bcharset[ \\t]*=[ \\t]*\"?([^\"; \\t]*)", Pattern.CASE_INSENSITIVE);

    private FormParts() {}

    /**
     * The file of such a form.
     *
     * @param texts the names of the parts that are no file
     * @throws org.comity.kernel.problem.ProblemException 400 where the form has other parts, or no file: which of two
     *     files is meant nobody can tell
     */
    public static FileUpload file(MultipartFormDataInput parts, List<FileUpload> uploads, Set<String> texts) {
        List<FieldError> errors = new ArrayList<>();
        parts.getValues().forEach((name, values) -> {
            if (!name.equals(FILE) && !texts.contains(name)) {
                errors.add(new FieldError("/" + name, "There is no part of this name."));
            } else if (values.size() > 1) {
                errors.add(new FieldError("/" + name, "This part stands more than once."));
            } else if (values.stream().anyMatch(value -> value.isFileItem() != name.equals(FILE))) {
                errors.add(new FieldError("/" + name, "The part file has a file name, and no other part has one."));
            } else if (values.stream().anyMatch(FormParts::isOfAnotherCharset)) {
                errors.add(new FieldError("/" + name, "This part is not in UTF-8."));
            }
        });
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        if (uploads.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.at("/" + FILE, "The part file is missing.");
        }
        return uploads.getFirst();
    }

    /** Whether the part says so of itself, or was read so. */
    private static boolean isOfAnotherCharset(FormValue part) {
        String type = Optional.ofNullable(part.getHeaders())
                .map(headers -> headers.getFirst(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        Stream<String> said = CHARSET.matcher(type).results().map(found -> found.group(1));
        return Stream.concat(said, Stream.ofNullable(part.getCharset()))
                .anyMatch(charset -> !CHARSETS.contains(charset.toLowerCase(Locale.ROOT)));
    }

    /**
     * What the file is called.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 where it has no name that can be read
     */
    public static String name(FileUpload file) {
        String name = TextForm.of(Optional.ofNullable(file.fileName()).orElse(""));
        if (PlainText.Check.fault(name, LONGEST_NAME, false) != null) {
            throw KernelProblem.MALFORMED_REQUEST.at(
                    "/" + FILE, "The file needs a name of at most " + LONGEST_NAME + " printable characters.");
        }
        return name;
    }

    /** What the file has in it. */
    public static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
