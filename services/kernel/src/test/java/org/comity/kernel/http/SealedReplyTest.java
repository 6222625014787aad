package org.comity.kernel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedReplyTest {

    private static final String REPLY = "{\"name\":\"Zoë Invented\"}";
    private static final String REQUEST = "NL [LICENSING_OFFICER] {\"name\":\"Zoë Invented\"}";

    @Test
    void R63_a_reply_is_opened_by_its_request() {
        assertEquals(REPLY, SealedReply.open(SealedReply.seal(REPLY, REQUEST), REQUEST));
        assertEquals("", SealedReply.open(SealedReply.seal("", REQUEST), REQUEST));
    }

    @Test
    void R63_another_request_does_not_open_it() {
        String sealed = SealedReply.seal(REPLY, REQUEST);
        assertThrows(IllegalStateException.class, () -> SealedReply.open(sealed, REQUEST + " "));
        assertThrows(IllegalStateException.class, () -> SealedReply.open(sealed, ETag.hash(REQUEST)));
    }

    @Test
    void R63_what_was_altered_is_not_opened() {
        byte[] bytes = Base64.getDecoder().decode(SealedReply.seal(REPLY, REQUEST));
        bytes[bytes.length / 2] ^= 1;
        String altered = Base64.getEncoder().encodeToString(bytes);
        assertThrows(IllegalStateException.class, () -> SealedReply.open(altered, REQUEST));
    }

    @Test
    void R63_a_sealed_reply_shows_nothing_of_it_nor_that_it_is_the_same_one() {
        String sealed = SealedReply.seal(REPLY, REQUEST);
        String bytes = new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Invented"), bytes);
        assertNotEquals(sealed, SealedReply.seal(REPLY, REQUEST));
    }
}
