package org.comity.kernel.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ETagTest {

    private static final ETag TAG = ETag.of("{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void the_same_bytes_have_the_same_tag_and_others_another() {
        assertEquals(TAG, ETag.of("{}".getBytes(StandardCharsets.UTF_8)));
        assertNotEquals(TAG, ETag.of("{ }".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_change_needs_the_present_tag() {
        assertDoesNotThrow(() -> TAG.require(TAG.value()));
        assertDoesNotThrow(() -> TAG.require("\"other\", " + TAG.value()));
        assertEquals(KernelProblem.STALE, refused("\"other\""));
        assertEquals(KernelProblem.STALE, refused("*"));
        assertEquals(KernelProblem.STALE, refused("W/" + TAG.value()));
        assertEquals(KernelProblem.PRECONDITION_REQUIRED, refused(null));
        assertEquals(KernelProblem.PRECONDITION_REQUIRED, refused(" "));
    }

    private static Object refused(String ifMatch) {
        return assertThrows(ProblemException.class, () -> TAG.require(ifMatch)).type();
    }
}
