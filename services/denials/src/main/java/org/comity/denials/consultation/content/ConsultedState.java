package org.comity.denials.consultation.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.hibernate.validator.constraints.UniqueElements;

/** A state that is to be consulted, and the references of the denials that are cited to it alone. */
public record ConsultedState(
        @NotNull(message = "This is missing.") StateCode state,

        @Size(max = 50, message = "At most 50 entries.") @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 40) String> denialRefs) {

    /** No list is an empty list. */
    public ConsultedState {
        denialRefs = Lists.orEmpty(denialRefs);
    }
}
