package org.comity.generator.texts;

import java.util.List;
import java.util.stream.Collectors;
import org.comity.generator.Comments;

/**
 * One text of a bundle.
 *
 * @param english its words; empty for a text that has other words for each constant of an enum
 */
record Text(String key, List<Parameter> parameters, String english) {

    /** The method that stands for it; its English words are what an editor shows beside the call. */
    String java() {
        String declared =
                parameters.stream().map(it -> it.type() + " " + it.name()).collect(Collectors.joining(", "));
        return "    /** " + (english.isEmpty() ? "A text for each constant." : Comments.escaped(english)) + " */\n"
                + "    @Message\n"
                + "    String " + key + "(" + declared + ");\n";
    }
}
