package org.comity.bulletins.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a bulletin rests on, by its hash: the document itself stays with the originator.
 *
 * @param kind what it is, in words
 * @param url where it is published, if anywhere; https alone, and never fetched
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record Evidence(
        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String kind,

        @Pattern(regexp = "https://[^\\s<>\"]{1,1000}", message = "This must be an address that begins with https://.")
        @PlainText(max = 1010)
        @Nullable
        String url,

        @NotNull(message = "This is missing.")
        @Pattern(regexp = "[0-9a-f]{64}", message = "A SHA-256 has 64 hexadecimal digits, in small letters.")
        String sha256) {}
