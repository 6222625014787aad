package org.comity.portal.page;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.ParserHelper;
import io.quarkus.qute.ParserHook;
import java.util.regex.Pattern;

/** Writes the mark of {@link PersonMark} into every form of every template that changes something. */
@EngineConfiguration
public class MarkedForms implements ParserHook {

    private static final Pattern FORM = Pattern.compile("<form method=\"post\"[^>]*>");

    @Override
    public void beforeParsing(ParserHelper template) {
        template.addContentFilter(content -> FORM.matcher(content)
                .replaceAll("$0{#if page.mark}<input type=\"hidden\" name=\"" + PersonMark.FIELD
                        + "\" value=\"{page.mark}\">{/if}"));
    }
}
