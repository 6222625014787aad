package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void a_control_list_entry_is_written_as_the_lists_write_it() {
        assertEquals("5A001.f.2", ItemStep.code("5a001.F.2"));
        assertEquals("4D004", ItemStep.code("4d004"));
        assertNull(ItemStep.code(null));
    }
}
