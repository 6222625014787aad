package org.comity.denials.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a code of a denial is called in English: {@code document/words.properties}, complete (a test says so). */
final class Words {

    private static final Properties WORDS = read();

    private Words() {}

    private static Properties read() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/document/words.properties")),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In words; nothing where there is no code. */
    static @Nullable String of(@Nullable Enum<?> code) {
        return code == null
                ? null
                : WORDS.getProperty(code.getDeclaringClass().getSimpleName() + "." + code.name(), code.name());
    }
}
