package org.comity.portal.denial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.jspecify.annotations.Nullable;

/** Denials to begin from. */
final class DenialExamples {

    private DenialExamples() {}

    /** A denial of the Netherlands. */
    static Denial denial(
            Codes.DenialStatus status, @Nullable String submittedBy, Denial.@Nullable Amendment amendment) {
        return denial(status, submittedBy, amendment, null);
    }

    /** A denial of the Netherlands that it is proposed to renew. */
    static Denial proposed(String submittedBy, Denial.Draft status) {
        return denial(
                Codes.DenialStatus.REVIEW_DUE,
                submittedBy,
                null,
                new Denial.Proposal(Denial.ProposalKind.RENEWAL, status, null, null));
    }

    private static Denial denial(
            Codes.DenialStatus status,
            @Nullable String submittedBy,
            Denial.@Nullable Amendment amendment,
            Denial.@Nullable Proposal proposal) {
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
                submittedBy == null ? null : new Denial.Colleague(submittedBy, "A colleague"),
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
                List.of(),
                null,
                new DenialContent.Releasability(Codes.ReleaseMode.ALL, List.of(), List.of(), null),
                null,
                null,
                List.of());
    }
}
