package org.comity.kernel.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCallerTest {

    private static Optional<Caller> read(String organizations, String... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", "1");
        claims.put("sid", "s");
        claims.put("azp", "comity-cli");
        claims.put("preferred_username", "someone");
        if (organizations != null) {
            try (var reader = Json.createReader(new StringReader(organizations))) {
                claims.put("organization", reader.readValue());
            }
        }
        return TokenCaller.read(new Claims(claims), Set.of(roles));
    }

    @Test
    void R60_a_member_of_one_states_organization_is_of_that_state() {
        Caller caller = read("{\"nl\":{\"state\":[\"NL\"],\"id\":\"x\"}}", "licensing-officer", "offline_access")
                .orElseThrow();
        assertEquals(Optional.of(new StateCode("NL")), caller.state());
        assertEquals(Set.of(Role.LICENSING_OFFICER), caller.roles());
        assertEquals(new Person("1", "someone"), caller.person());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"nl\":{}}",
                "{\"nl\":{\"state\":[]}}",
                "{\"nl\":{\"state\":[\"DE\"]}}",
                "{\"nl\":{\"state\":[\"NL\",\"DE\"]}}",
                "{\"nl\":{\"state\":\"NL\"}}",
                "{\"nl\":{\"state\":[\"nl\"]}}",
                "{\"nl\":{\"state\":[5]}}",
                "{\"nl\":{\"state\":[\"NL\"]},\"de\":{\"state\":[\"DE\"]}}",
                "{\"nl\":{\"state\":[\"NL\"]},\"secretariat\":{}}",
                "{\"secretariat\":{\"state\":[\"NL\"]}}",
                "[\"nl\"]",
                "\"nl\""
            })
    void R60_any_other_claim_names_no_state(String organizations) {
        assertEquals(Optional.empty(), read(organizations, "licensing-officer"));
    }

    @ParameterizedTest
    @CsvSource({
        "openid organization, true",
        "openid organizations:x, true",
        "organization:nl, false",
        "openid organization:* profile, false"
    })
    void R303_a_token_whose_client_chose_an_organization_names_no_state(String scope, boolean good) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "1", "preferred_username", "someone", "scope", scope));
        try (var reader = Json.createReader(new StringReader("{\"nl\":{\"state\":[\"NL\"]}}"))) {
            claims.put("organization", reader.readValue());
        }
        assertEquals(good, TokenCaller.read(new Claims(claims), Set.of()).isPresent());
    }

    @Test
    void R60_a_token_without_the_claim_names_no_state() {
        assertEquals(Optional.empty(), read(null, "licensing-officer"));
    }

    @Test
    void the_secretariat_belongs_to_no_state_and_has_no_role_of_one() {
        Caller caller = read("{\"secretariat\":{\"id\":\"x\"}}", "secretariat", "licensing-officer")
                .orElseThrow();
        assertEquals(Optional.empty(), caller.state());
        assertEquals(Set.of(Role.SECRETARIAT), caller.roles());
    }

    @Test
    void a_states_person_has_no_role_of_the_secretariat() {
        Caller caller = read("{\"nl\":{\"state\":[\"NL\"]}}", "secretariat-admin", "poc")
                .orElseThrow();
        assertEquals(Set.of(Role.POC), caller.roles());
    }

    @Test
    void R66_a_demo_realm_is_good_in_demo_and_test_and_refused_elsewhere() {
        assertTrue(CallerFilter.demoAllowed(List.of("demo")));
        assertTrue(CallerFilter.demoAllowed(List.of("test")));
        assertFalse(CallerFilter.demoAllowed(List.of("prod")));
        assertFalse(CallerFilter.demoAllowed(List.of()));
    }

    private record Claims(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "someone";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    @Test
    void a_caller_is_of_its_own_state_only() {
        Caller caller = read("{\"nl\":{\"state\":[\"NL\"]}}", "poc").orElseThrow();
        assertTrue(caller.isOf(new StateCode("NL")));
        assertFalse(caller.isOf(new StateCode("DE")));
    }
}
