package org.comity.portal.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationMethods;
import org.jspecify.annotations.Nullable;

/** The lists of consultations, in the order of their tabs. */
public enum ListView {
    /** Other states ask ours, and wait. */
    ANSWER(Role.RECEIVED, true, Status.REQUESTED),
    /** Ours asks, and has not closed. */
    SENT(Role.SENT, true, ConsultationMethods.OfStatus.others(Status.CLOSED).toArray(Status[]::new)),
    /** What ours answered, or what was decided since. */
    ANSWERED(
            Role.RECEIVED,
            false,
            ConsultationMethods.OfStatus.others(Status.REQUESTED, Status.CLOSED).toArray(Status[]::new)),
    /** Notices of grants. */
    NOTICES(Role.NOTIFIED, false),
    /** Filed away. */
    CLOSED(null, false, Status.CLOSED);

    private final @Nullable Role role;
    private final boolean byDeadline;
    private final List<Status> statuses;

    ListView(@Nullable Role role, boolean byDeadline, Status... statuses) {
        this.role = role;
        this.byDeadline = byDeadline;
        this.statuses = List.of(statuses);
    }

    /** The list of that name in an address; the first where there is none. */
    static ListView of(String name) {
        return Arrays.stream(values())
                .filter(it -> it.path().equals(name))
                .findFirst()
                .orElse(ANSWER);
    }

    /** The name in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String role() {
        return role == null ? null : role.name().toLowerCase(Locale.ROOT);
    }

    List<Status> statuses() {
        return statuses;
    }

    String order() {
        return byDeadline ? "deadline" : "newest";
    }
}
