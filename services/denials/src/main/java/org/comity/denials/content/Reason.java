package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.code.MisuseType;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * Why the export was denied.
 *
 * @param tearline the summary that may travel further than the narrative
 */
public record Reason(
        @NotNull(message = "This is missing.") Criterion criterion,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") MisuseType> misuseTypes,

        @UniqueElements(message = "Name each once.") List<@NotNull(message = "This is missing.") Right> rightsEngaged,
        @PlainText(max = 2000, multiline = true) @Nullable String tearline,
        @PlainText(max = 10000, multiline = true) @Nullable String narrative) {

    /** No list is an empty list. */
    public Reason {
        misuseTypes = Lists.orEmpty(misuseTypes);
        rightsEngaged = Lists.orEmpty(rightsEngaged);
    }
}
