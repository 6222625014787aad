package org.comity.denials.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * An item of the denied transaction.
 *
 * @param controlCode such as 5A001.f.2; a catch-all denial needs none
 */
public record DeniedItem(
        @PlainText(max = 20) @Nullable String controlCode,
        @Nullable ControlList controlList,
        @Nullable Sensitivity sensitivity,
        @PlainText(max = 2000, multiline = true) @Nullable String description,

        @Size(max = 30, message = "At most 30 entries.")
        List<@Valid @NotNull(message = "This is missing.") KeyParameter> keyParameters,

        @PositiveOrZero(message = "This must not be negative.")
        @Digits(integer = 15, fraction = 6, message = "This number is too long.")
        @Nullable
        BigDecimal quantity,

        @PlainText(max = 40) @Nullable String unit,
        @Nullable ProductType productType) {

    /** No list is an empty list; the quantity is plain. */
    public DeniedItem {
        keyParameters = Lists.orEmpty(keyParameters);
        quantity = Numbers.plain(quantity);
    }
}
