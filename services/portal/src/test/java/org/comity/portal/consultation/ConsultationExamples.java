package org.comity.portal.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes;
import org.comity.portal.api.ConsultationCodes.Answer;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationCodes.ThreadStatus;
import org.comity.portal.api.Denial;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** Consultations to begin from: the Netherlands ask Estonia. */
final class ConsultationExamples {

    static final Person OFFICER = person("officer", "NL", "licensing-officer");
    static final Person APPROVER = person("approver", "NL", "licensing-approver");
    static final Person CONTACT = person("contact", "NL", "poc");
    static final Person ESTONIAN = person("estonian", "EE", "licensing-officer");

    private static final UUID ID = UUID.fromString("0190f6d2-1111-7000-8000-000000000001");
    private static final Instant DUE = Instant.parse("2026-12-03T21:59:59.999999Z");

    private ConsultationExamples() {}

    static Consultation one(
            Role role,
            Status status,
            @Nullable String submittedBy,
            @Nullable Outcome outcome,
            Consultation.@Nullable Notice notice,
            @Nullable String decidedBy) {
        return one(ConsultationCodes.Type.NO_UNDERCUT, role, status, submittedBy, outcome, notice, decidedBy);
    }

    static Consultation one(
            ConsultationCodes.Type type,
            Role role,
            Status status,
            @Nullable String submittedBy,
            @Nullable Outcome outcome,
            Consultation.@Nullable Notice notice,
            @Nullable String decidedBy) {
        return new Consultation(
                ID,
                "CN-NL-2026-7KQ4M2",
                1,
                role,
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
                outcome == null ? null : new Consultation.Decided(outcome, "Civil use", DUE, null),
                type == ConsultationCodes.Type.NO_UNDERCUT ? notice : null,
                type == ConsultationCodes.Type.ESSENTIAL_INTEREST ? notice : null,
                List.of(),
                null,
                null,
                null,
                null,
                colleague(submittedBy),
                null,
                null,
                null,
                colleague(decidedBy),
                List.of());
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

    static Consultation.ThreadView thread(
            ThreadStatus status, Consultation.@Nullable Proposal proposal, boolean replied) {
        return new Consultation.ThreadView(
                ID,
                1,
                "EE",
                status,
                false,
                List.of(),
                new Consultation.Due(
                        "EE",
                        "Europe/Tallinn",
                        LocalDate.of(2026, 11, 19),
                        LocalDate.of(2026, 12, 3),
                        DUE,
                        null,
                        null,
                        List.of(),
                        proposal,
                        Answer.NOT_IDENTICAL),
                replied ? new Consultation.Reply(Answer.IDENTICAL, null, DUE, true) : null,
                null,
                List.of(),
                List.of());
    }

    private static Denial.@Nullable Colleague colleague(@Nullable String id) {
        return id == null ? null : new Denial.Colleague(id, "A colleague");
    }

    private static Person person(String id, String state, String role) {
        return new Person(id, id, Optional.of(state), Set.of(role), true);
    }
}
