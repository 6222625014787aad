package org.comity.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Denials to begin from. */
final class DenialExamples {

    private DenialExamples() {}

    /** A denial of the Netherlands, of which its reader is offered these steps. */
    static Denial denial(Codes.DenialStatus status, String... steps) {
        return denial(status, null, null, steps);
    }

    /** A denial of the Netherlands with an amendment. */
    static Denial amended(Denial.Draft status, String... steps) {
        DenialContent content = denial(Codes.DenialStatus.NOTIFIED).content();
        return denial(Codes.DenialStatus.NOTIFIED, new Denial.Amendment(status, content), null, steps);
    }

    /** A denial of the Netherlands that it is proposed to renew. */
    static Denial proposed(Denial.Draft status, String... steps) {
        return denial(
                Codes.DenialStatus.REVIEW_DUE,
                null,
                new Denial.Proposal(Denial.ProposalKind.RENEWAL, status, null, null),
                steps);
    }

    private static Denial denial(
            Codes.DenialStatus status,
            Denial.@Nullable Amendment amendment,
            Denial.@Nullable Proposal proposal,
            String... steps) {
        return new Denial(
                UUID.fromString("0190f6d2-1111-7000-8000-000000000001"),
                "DN-NL-2026-7KQ4M2",
                1,
                1,
                "NL",
                status,
                null,
                Instant.parse("2026-03-02T08:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                "This denial creates no duty to deny.",
                Denial.Shown.FULL,
                null,
                proposal,
                null,
                amendment,
                List.of(),
                Codes.DenialKind.REFUSAL,
                null,
                null,
                List.of(),
                "KZ",
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Codes.Tlp.AMBER,
                List.of(Codes.PermittedUse.LICENSING),
                Codes.Provenance.OWN,
                List.of(),
                null,
                List.of(),
                null,
                new DenialContent.Releasability(Codes.ReleaseMode.ALL, List.of(), List.of(), null),
                null,
                null,
                List.of(steps));
    }
}
