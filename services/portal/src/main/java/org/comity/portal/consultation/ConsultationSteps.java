package org.comity.portal.consultation;

import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.step.Step;

/** Describes some of the steps that a state takes with a consultation as a whole. */
public interface ConsultationSteps {

    /** The steps of that consultation. */
    List<Step<Consultation>> of(UUID id);
}
