package org.comity.bulletins.request;

import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a state answers: in words, by naming a bulletin, or both.
 *
 * @param bulletin the reference of an own bulletin that the asking state reads
 */
public record RequestAnswer(
        @PlainText(max = 10_000, multiline = true) @Nullable String text,
        @PlainText(max = 40) @Nullable String bulletin) {}
