package org.comity.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDecisionTest {

    @ParameterizedTest
    @CsvSource({
        "200, ALLOWED",
        "201, ALLOWED",
        "304, ALLOWED",
        "399, ALLOWED",
        "400, REJECTED",
        "401, REFUSED",
        "402, REJECTED",
        "403, REFUSED",
        "404, ABSENT",
        "405, REJECTED",
        "412, REJECTED",
        "499, REJECTED",
        "500, FAILED",
        "503, FAILED",
    })
    void R180_a_status_stands_for_one_decision(int status, AccessDecision decision) {
        assertEquals(decision, AccessDecision.of(status));
    }
}
