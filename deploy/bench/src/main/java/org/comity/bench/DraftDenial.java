package org.comity.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A complete, invented draft as an officer would post it: {@code draft-denial.json}, {@code draft-row.json}. */
final class DraftDenial {

    private static final String NATIONAL_REF = "@nationalRef@";
    private static final String STATES = "\"@states@\"";

    private final String text;

    private DraftDenial(String text) {
        this.text = text;
    }

    /** A draft that is to be released to these states. */
    static DraftDenial releasedTo(List<String> states) {
        return read("/draft-denial.json", states);
    }

    /** A draft that says what a row of the file of {@link ImportFile} says. */
    static DraftDenial ofRow(List<String> states) {
        return read("/draft-row.json", states);
    }

    private static DraftDenial read(String resource, List<String> states) {
        try (InputStream in = DraftDenial.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new DraftDenial(text.replace(
                    STATES, states.stream().map(state -> '"' + state + '"').collect(Collectors.joining(", "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The draft under a national reference, which no two drafts of a state may share. */
    String json(String nationalRef) {
        return text.replace(NATIONAL_REF, nationalRef);
    }
}
