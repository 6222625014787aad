package org.comity.portal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ActionTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** What standard clients ask below /taxii2 is shown as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"denials", "bulletins"})
    void R254_there_is_a_word_for_everything_that_the_contract_lets_somebody_do(String service) throws IOException {
        List<String> nameless = new ArrayList<>();
        Map<String, Map<String, Object>> contract = contract(service);
        contract.keySet().removeIf(path -> path.startsWith("/taxii2"));
        contract.forEach((path, item) -> item.keySet().stream()
                .filter(METHODS::contains)
                .map(it -> it.toUpperCase(Locale.ROOT))
                .filter(method -> Action.of(method, path) == Action.OTHER)
                .forEach(method -> nameless.add(method + " " + path)));
        assertEquals(List.of(), nameless);
    }

    @Test
    void what_only_looks_alike_is_told_apart() {
        assertEquals(Action.IMPORT_TEMPLATE, Action.of("GET", "/denials/v1/imports/template"));
        assertEquals(Action.IMPORT_OPENED, Action.of("GET", "/denials/v1/imports/0190f6d2"));
        assertEquals(Action.RETURNED, Action.of("POST", "/denials/v1/denials/0190f6d2/return"));
        assertEquals(Action.RETURN_SENT_BACK, Action.of("POST", "/denials/v1/returns/0190f6d2/return"));
    }

    @Test
    void what_there_is_no_word_for_is_something_else() {
        assertEquals(Action.OTHER, Action.of("DELETE", "/denials/v1/denials"));
        assertEquals(Action.OTHER, Action.of("GET", "/denials/v1"));
        assertEquals(Action.OTHER, Action.of("GET", "/registry/v1/states"));
        assertEquals(Action.OTHER, Action.of("GET", "/denials/v1/denials/a/b/c/d/e"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> contract(String service) throws IOException {
        Path file = Path.of(System.getProperty("comity.root"), "openapi", service + ".yaml");
        try (var reader = Files.newBufferedReader(file)) {
            Map<String, Object> whole = new Yaml().load(reader);
            return (Map<String, Map<String, Object>>) whole.get("paths");
        }
    }
}
