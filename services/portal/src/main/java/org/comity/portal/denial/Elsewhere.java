package org.comity.portal.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;

/** The fields that say where else a case stands: in rows of a system and a reference. */
final class Elsewhere {

    static final String SYSTEM = "refSystem";
    static final String REFERENCE = "refRef";

    private static final int MOST = 20;

    private Elsewhere() {}

    /** The other systems of the contract, by the names of their regimes. */
    static List<Choice> systems(Words words) {
        return Stream.of(Codes.Regime.WA, Codes.Regime.EU, Codes.Regime.NSG, Codes.Regime.AG)
                .map(it -> Choice.of(it.name(), words.code.regime(it)))
                .toList();
    }

    static Form show(Form form, List<DenialContent.ExternalRef> refs) {
        for (int row = 0; row < refs.size(); row++) {
            form.put(SYSTEM + "-" + row, refs.get(row).system());
            form.put(REFERENCE + "-" + row, refs.get(row).ref());
        }
        return form;
    }

    /** What was typed; rows left empty are closed up, so that the service names the row that is on the page. */
    static List<DenialContent.ExternalRef> read(Form form) {
        List<DenialContent.ExternalRef> refs = new ArrayList<>();
        int rows = rows(form);
        for (int row = 0; row < rows; row++) {
            String system = form.text(SYSTEM + "-" + row);
            String ref = form.text(REFERENCE + "-" + row);
            if (system != null || ref != null) {
                refs.add(new DenialContent.ExternalRef(system, ref));
            }
        }
        for (int row = 0; row < rows; row++) {
            form.put(SYSTEM + "-" + row, "").put(REFERENCE + "-" + row, "");
        }
        show(form, refs);
        return refs;
    }

    /** How many rows something was typed in, at the most. */
    static int rows(Form form) {
        return Math.min(MOST, Math.max(form.rows(SYSTEM), form.rows(REFERENCE)));
    }

    /** How many rows a page shows. */
    static int shown(Form form) {
        return Math.min(MOST, rows(form) + 2);
    }
}
