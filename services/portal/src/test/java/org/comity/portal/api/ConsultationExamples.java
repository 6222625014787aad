package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.ConsultationCodes.Status;
import org.jspecify.annotations.Nullable;

/** Consultations to begin from: the Netherlands ask Estonia. */
final class ConsultationExamples {

    private static final UUID ID = UUID.fromString("0190f6d2-1111-7000-8000-000000000001");
    private static final Instant DUE = Instant.parse("2026-12-03T21:59:59.999999Z");

    private ConsultationExamples() {}

    /** A consultation with that notice, of which its reader is offered these steps. */
    static Consultation one(
            ConsultationCodes.Type type, Status status, Consultation.@Nullable Notice notice, String... steps) {
        return new Consultation(
                ID,
                "CN-NL-2026-7KQ4M2",
                1,
                ConsultationCodes.Role.SENT,
                status,
                "NL",
                type,
                Codes.Tlp.AMBER,
                true,
                "Neither a denial nor an answer creates a duty to deny.",
                DUE,
                DUE,
                new Consultation.Procedure("NO_UNDERCUT_CONSULTATION", 1, 10, 30, 30, 60),
                null,
                null,
                List.of(),
                List.of(),
                null,
                type == ConsultationCodes.Type.NO_UNDERCUT ? notice : null,
                type == ConsultationCodes.Type.ESSENTIAL_INTEREST ? notice : null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(steps));
    }

    static Consultation.Notice notice(boolean sent) {
        LocalDate day = LocalDate.of(2027, 1, 1);
        return new Consultation.Notice(
                sent ? "NG-NL-2026-7KQ4M2" : null,
                null,
                day,
                day,
                day,
                sent ? DUE : null,
                false,
                null,
                List.of(),
                null,
                List.of());
    }
}
