package org.comity.registry.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.content.CompetentAuthority;
import org.comity.registry.content.PointOfContact;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.StateDefaults;
import org.comity.registry.content.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A state as everyone sees it, over HTTP and in events: {@code State} in openapi/registry.yaml. Null is left out; a list
 * is there even when it is empty.
 *
 * @param version counts every change of the record
 * @param updatedAt when the record last changed
 */
public record StateView(
        StateCode iso2,
        int version,
        StateStatus status,
        @Nullable LocalDate subscribedOn,
        @Nullable LocalDate withdrawnOn,
        Instant updatedAt,

        @JsonInclude(JsonInclude.Include.ALWAYS) List<PointOfContact> pointsOfContact,

        @JsonInclude(JsonInclude.Include.ALWAYS) List<CompetentAuthority> competentAuthorities,

        WorkingCalendar workingCalendar,
        String name,
        @Nullable String officialName,
        @Nullable String statusNote,
        @Nullable String eligibilityBasis,

        @JsonInclude(JsonInclude.Include.ALWAYS) List<RegimeMembership> regimeMemberships,

        StateDefaults defaults) {

    /** Copies the lists. */
    public StateView {
        pointsOfContact = List.copyOf(pointsOfContact);
        competentAuthorities = List.copyOf(competentAuthorities);
        regimeMemberships = List.copyOf(regimeMemberships);
    }
}
