package org.comity.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.comity.kernel.test.RequestTexts;
import org.junit.jupiter.api.Test;

/** No text comes in that nobody looks at. */
class RequestTextsTest {

    @Test
    void R283_every_text_of_a_request_is_plain_text() {
        assertEquals(new TreeSet<>(), RequestTexts.unchecked("org.comity.subscriptions"));
    }
}
