package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Form;
import org.junit.jupiter.api.Test;

class ReleaseFormTest {

    @Test
    void states_that_were_ticked_are_passed_on_whatever_the_mode_so_that_the_service_finds_fault() {
        Form form = Form.of(Map.of(
                "releasability/mode",
                List.of("ALL"),
                "releasability/states",
                List.of("DE", "FR"),
                "releasability/regime",
                List.of("")));

        assertEquals(
                new DenialContent.Releasability(Codes.ReleaseMode.ALL, List.of("DE", "FR"), List.of(), null),
                ReleaseForm.releasability(form, null));
    }

    @Test
    void a_regime_that_was_chosen_is_passed_on_whatever_the_mode() {
        Form form = Form.of(Map.of(
                "releasability/mode",
                List.of("LIST"),
                "releasability/states",
                List.of("DE"),
                "releasability/regime",
                List.of("MTCR")));

        assertEquals(Codes.Regime.MTCR, ReleaseForm.releasability(form, null).regime());
    }

    @Test
    void the_regime_in_which_a_record_was_learned_stays_whatever_the_mode() {
        Form form = Form.of(Map.of("releasability/mode", List.of("LIST"), "releasability/states", List.of("DE")));

        assertEquals(
                Codes.Regime.WA,
                ReleaseForm.releasability(form, Codes.Regime.WA).regime());
    }

    @Test
    void a_regime_is_shown_as_chosen_for_its_members_alone() {
        var derived =
                new DenialContent.Releasability(Codes.ReleaseMode.LIST, List.of("DE"), List.of(), Codes.Regime.WA);

        Form form = ReleaseForm.show(Form.blank(), derived, Codes.Tlp.AMBER, List.of());

        assertNull(form.text("releasability/regime"));
        assertEquals("WA", form.value("derivedFrom"));
    }

    @Test
    void nothing_chosen_is_nothing_said() {
        assertNull(ReleaseForm.releasability(Form.blank(), null));
    }
}
