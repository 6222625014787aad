package org.comity.denials.controllist;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ControlListReferenceTest {

    @Test
    void the_reference_knows_its_entries_and_those_above_them() {
        ControlListReference reference = new ControlListReference();
        assertTrue(reference.knows("5A001.f.2"));
        assertTrue(reference.knows("5A001.f"));
        assertFalse(reference.knows("5A001.z"));
        assertTrue(reference.entries().size() >= 30);
    }
}
