package org.comity.portal.denial;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.step.Step;

/** Describes some of the steps in the life of a denial. */
public interface DenialSteps {

    /** The steps of that denial. */
    List<Step<Denial>> of(UUID id);
}
