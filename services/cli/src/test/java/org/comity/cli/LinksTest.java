package org.comity.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</n>; rel=\"next\"",
                "</n>;rel=next",
                "</f>; rel=\"first\", </n>; rel=\"next\"",
                "</n>; rel=\"next\", </f>; rel=\"first\"",
                "</n>; title=\"a, b; rel=first\"; rel=\"last next\"",
                "</f,g>; rel=first,</n> ; REL = next"
            })
    void R224_a_relation_is_found_wherever_it_stands(String header) {
        assertEquals(Optional.of(URI.create("/n")), Links.to("next", List.of(header)));
    }

    @Test
    void R224_what_is_no_next_page_is_none() {
        assertEquals(
                Optional.empty(),
                Links.to(
                        "next",
                        List.of("</f>; rel=\"first\"", "</x>; title=\"rel=next\"", "</p>; rel=\"nextish\"", "")));
    }
}
