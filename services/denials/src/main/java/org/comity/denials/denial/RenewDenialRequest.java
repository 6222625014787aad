package org.comity.denials.denial;

import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** To keep a denial for another term; from the third renewal on, the grounds are needed. */
public record RenewDenialRequest(
        @PlainText(max = 4000, multiline = true) @Nullable String renewalGrounds) {}
