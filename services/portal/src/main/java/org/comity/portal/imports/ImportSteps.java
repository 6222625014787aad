package org.comity.portal.imports;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.Imports;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Makes drafts of the denials of a file, submits and approves all of them. */
@Singleton
class ImportSteps implements RecordSteps<Imports.Import> {

    @Override
    public List<Step<Imports.Import>> all() {
        return Stream.of("apply", "submit", "approve")
                .map(verb -> Step.<Imports.Import>of(verb))
                .toList();
    }
}
