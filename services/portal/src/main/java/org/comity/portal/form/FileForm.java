package org.comity.portal.form;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * A form with one file, as a browser sends it.
 *
 * @param texts what was typed beside the file
 * @param file the file; nothing where none was chosen
 */
public record FileForm(Map<String, List<String>> texts, Optional<FormValue> file) {

    private static final String FILE = "file";

    /** What was sent. */
    public static FileForm of(MultipartFormDataInput sent) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        sent.getValues().forEach((name, values) -> values.stream()
                .filter(it -> !it.isFileItem())
                .forEach(it ->
                        texts.computeIfAbsent(name, any -> new ArrayList<>()).add(it.getValue())));
        return new FileForm(
                texts,
                sent.getValues().getOrDefault(FILE, List.of()).stream()
                        .filter(it -> it.isFileItem()
                                && it.getFileName() != null
                                && !it.getFileName().isBlank())
                        .findFirst());
    }

    /** Whether the file has more bytes than that. */
    public boolean isLarger(long most) {
        try {
            return file.isPresent() && file.get().getFileItem().getFileSize() > most;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it goes on to a service, under the name and the type that the browser gives it. */
    public ClientMultipartForm passedOn() {
        FormValue sent = file.orElseThrow();
        String type = Optional.ofNullable(sent.getHeaders())
                .map(headers -> headers.getFirst(HttpHeaders.CONTENT_TYPE))
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
        try (InputStream content = sent.getFileItem().getInputStream()) {
            return ClientMultipartForm.create()
                    .binaryFileUpload(FILE, name(sent), Buffer.buffer(content.readAllBytes()), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sign that would end the name where it stands is written as another. */
    private static String name(FormValue file) {
        return file.getFileName().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    }
}
