package org.comity.bulletins.content;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.comity.kernel.text.PlainText;

/**
 * What is said of a file of a bulletin: {@code Attachment} in openapi/bulletins.yaml. The file itself lies apart.
 *
 * @param type its media type, by its bytes
 * @param size in bytes, as it is kept
 * @param sha256 of the file as it is kept, in hexadecimal digits
 */
public record Attachment(
        @NotNull(message = "This is missing.") UUID id,

        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String name,

        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String type,

        int size,

        @NotNull(message = "This is missing.") @PlainText(max = 64)
        String sha256) {}
