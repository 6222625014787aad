package org.comity.portal.returns;

import jakarta.inject.Singleton;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** Half-yearly returns, for those who read denials. */
@Singleton
class HalfYearReturns extends Records<Returns.Return> {

    HalfYearReturns(Frames frames, Services services) {
        super(
                frames,
                services,
                new Kind<>(
                        Returns.Return.class,
                        "/denials/v1/returns/{id}",
                        "/returns",
                        Page.Section.DENIALS,
                        Person::readsDenials,
                        Person::isOfficer));
    }
}
