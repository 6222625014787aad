package org.comity.portal.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private final SameOrigin check = new SameOrigin(URI.create("https://portal.comity.example/"));

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void reading_is_for_everybody(String method) {
        assertTrue(check.allows(method, "https://elsewhere.example", "cross-site"));
        assertTrue(check.allows(method, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "post"})
    void changing_from_elsewhere_is_refused(String method) {
        assertFalse(check.allows(method, "https://elsewhere.example", null));
        assertFalse(check.allows(method, null, "cross-site"));
        assertFalse(check.allows(method, null, null));
    }

    @Test
    void changing_from_our_own_page_is_allowed() {
        assertTrue(check.allows("POST", "https://portal.comity.example", "same-origin"));
        assertTrue(check.allows("POST", "https://portal.comity.example", null));
        assertTrue(check.allows("POST", null, "same-origin"));
    }

    @Test
    void both_headers_must_be_right_where_there_are_two() {
        assertFalse(check.allows("POST", "https://portal.comity.example", "same-site"));
        assertFalse(check.allows("POST", "https://elsewhere.example", "same-origin"));
        assertFalse(check.allows("POST", "null", "same-origin"));
    }

    @Test
    void scheme_host_and_port_all_count() {
        assertFalse(check.allows("POST", "http://portal.comity.example", null));
        assertFalse(check.allows("POST", "https://portal.comity.example:8443", null));
        assertFalse(check.allows("POST", "https://portal.comity.example.elsewhere.example", null));
    }

    @Test
    void an_origin_leaves_out_the_usual_port_and_the_path() {
        assertEquals("https://a.example", SameOrigin.origin(URI.create("HTTPS://A.example:443/path")));
        assertEquals("http://127.0.0.1:8180", SameOrigin.origin(URI.create("http://127.0.0.1:8180/realms/x")));
    }
}
