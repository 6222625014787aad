package org.comity.sharing.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"5A001", "4E001.c", "5A001.f.1", "6A003.b.4.a", "6A003.b.4.a.12", "0A979"})
    void R04_these_are_well_formed(String code) {
        assertTrue(ControlCode.isWellFormed(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5Z99",
                "5F001",
                "AA001",
                "5A01",
                "5A0011",
                "5a001",
                "5A001.",
                "5A001.F",
                "5A001.f.123",
                "5A001f1",
                " 5A001"
            })
    void R04_these_are_not(String code) {
        assertFalse(ControlCode.isWellFormed(code));
    }

    @Test
    void an_entry_stands_under_each_of_its_ancestors() {
        assertEquals(List.of("5A001", "5A001.f", "5A001.f.2"), ControlCode.withAncestors("5A001.f.2"));
        assertEquals(List.of("4D004"), ControlCode.withAncestors("4D004"));
    }
}
