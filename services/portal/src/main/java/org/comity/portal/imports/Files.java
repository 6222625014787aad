package org.comity.portal.imports;

import jakarta.inject.Singleton;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Services;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** Files of denials, for the desk that sent them. */
@Singleton
class Files extends Records<Imports.Import> {

    Files(Frames frames, Services services) {
        super(
                frames,
                services,
                new Kind<>(
                        Imports.Import.class,
                        "/denials/v1/imports/{id}",
                        "/imports",
                        Page.Section.DENIALS,
                        Person::isOfficer,
                        Person::isOfficer));
    }
}
