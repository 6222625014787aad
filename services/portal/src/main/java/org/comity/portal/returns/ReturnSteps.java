package org.comity.portal.returns;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Returns;
import org.comity.portal.step.Step;

/** Describes some of the steps that a state takes with a return. */
public interface ReturnSteps {

    /** The steps of that return. */
    List<Step<Returns.Return>> of(UUID id);
}
