package org.comity.bulletins.response;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** A state comments on a bulletin. */
public record CommentRequest(
        @NotNull(message = "This is missing.") CommentKind kind,
        @PlainText(max = 4000, multiline = true) @Nullable String text) {}
