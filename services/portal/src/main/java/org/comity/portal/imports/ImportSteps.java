package org.comity.portal.imports;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Imports;
import org.comity.portal.step.Step;

/** Describes some of the steps that a state takes with a file. */
public interface ImportSteps {

    /** The steps of that file. */
    List<Step<Imports.Import>> of(UUID id);
}
