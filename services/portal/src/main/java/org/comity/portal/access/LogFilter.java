package org.comity.portal.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.portal.api.Codes;
import org.comity.portal.page.Days;
import org.comity.portal.page.Form;
import org.jspecify.annotations.Nullable;

/** What the log is narrowed to, as it stands in the address; what is no day is a fault of its form. */
record LogFilter(Map<String, String> said, Form form) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String PERSON = "person";
    static final String RECORD = "record";
    static final String DECISION = "decision";

    static LogFilter of(String from, String to, String person, String record, String decision, AccessTexts texts) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(FROM, from.strip());
        said.put(TO, to.strip());
        said.put(PERSON, person.strip());
        said.put(RECORD, record.strip());
        said.put(
                DECISION,
                Arrays.stream(Codes.AccessDecision.values())
                        .map(Enum::name)
                        .filter(decision::equals)
                        .findFirst()
                        .orElse(""));
        Form form = Form.blank();
        said.forEach(form::put);
        said.values().removeIf(String::isEmpty);
        Days.check(form, FROM, TO, texts.wrongDay(), texts.toBeforeFrom());
        return new LogFilter(said, form);
    }

    @Nullable
    String value(String name) {
        return said.get(name);
    }

    boolean isActive() {
        return !said.isEmpty();
    }

    /** An address with what is said here, and one thing more where it has a value. */
    String href(String path, String more, String value) {
        Map<String, String> all = new LinkedHashMap<>(said);
        if (!value.isEmpty()) {
            all.put(more, value);
        }
        return all.isEmpty()
                ? path
                : path + "?"
                        + all.entrySet().stream()
                                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
