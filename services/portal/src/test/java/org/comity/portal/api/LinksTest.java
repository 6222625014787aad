package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final String HEADER = "</denials/v1/denials?limit=25&cursor=ab%2Bc%3D>; rel=\"next\", "
            + "</denials/v1/denials?limit=25>; rel=\"first\"";

    @Test
    void reads_the_cursor_of_a_relation() {
        assertEquals(Optional.of("ab+c="), Links.cursor(HEADER, "next"));
    }

    @Test
    void there_is_none_without_a_link_or_without_a_cursor() {
        assertEquals(Optional.empty(), Links.cursor(HEADER, "first"));
        assertEquals(Optional.empty(), Links.cursor(HEADER, "prev"));
        assertEquals(Optional.empty(), Links.cursor(null, "next"));
    }
}
