package org.comity.portal.denial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Form;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What the pages that change a denial have in common. */
@ApplicationScoped
public class Desk {

    private final DenialsApi denials;

    Desk(@RestClient DenialsApi denials) {
        this.denials = denials;
    }

    /** A denial, and the version that was read. */
    public record Read(Denial denial, String etag) {}

    /** Reads a denial with the person's own token. */
    public Read read(UUID id) {
        RestResponse<Denial> answer = denials.read(id);
        return new Read(answer.getEntity(), Objects.requireNonNullElse(answer.getHeaderString("ETag"), ""));
    }

    /** Leads on to another page of ours. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** Whether the service found fault with what was sent, so that the form is the place to say so. */
    public static boolean isFault(Refusal refusal) {
        return refusal.status() == 422
                || refusal.status() == 400
                || !isOvertaken(refusal) && !refusal.problem().errors().isEmpty();
    }

    /** Whether somebody else changed the record since the page was made. */
    public static boolean isOvertaken(Refusal refusal) {
        return refusal.status() == 412;
    }

    /**
     * Puts the faults that a service found on a form, each where it was typed.
     *
     * @param here the step whose page shows the form, such as {@code items/0}; its faults stand at their fields
     * @param elsewhere the address of another step
     */
    static void faults(Form form, Refusal refusal, String here, Function<String, String> elsewhere, DenialTexts texts) {
        for (Problem.Fault fault : refusal.problem().errors()) {
            Places.Place place = Places.of(fault.pointer());
            String named = Labels.of(fault.pointer(), texts)
                    .map(label -> texts.faultOf(label, fault.detail()))
                    .orElse(fault.detail());
            if (place.step().equals(here) && !place.field().isEmpty()) {
                form.refused(visible(place.field(), form), fault.detail(), named);
            } else {
                String anchor = place.field().isEmpty() ? "" : "#" + place.field();
                form.refusedAt(elsewhere.apply(place.step()) + anchor, fault.detail(), named);
            }
        }
        if (!form.isFaulty()) {
            String detail = refusal.problem().detail();
            form.refusedAt(
                    "",
                    detail == null || detail.isBlank()
                            ? Objects.requireNonNullElse(refusal.problem().title(), "")
                            : detail);
        }
    }

    /** The regime is asked for in two places; where nothing was chosen in the one, it is the other. */
    private static String visible(String field, Form form) {
        boolean asked = form.has("mode", Codes.ReleaseMode.REGIME.name()) || form.text("regime") != null;
        return field.equals("regime") && !asked ? "derivedFrom" : field;
    }

    /** The parts in which an amendment differs from what stands. */
    static Set<String> changed(Denial one) {
        if (one.amendment() == null) {
            return Set.of();
        }
        DenialContent before = one.content();
        DenialContent after = one.draft();
        Set<String> changed = new LinkedHashSet<>();
        note(changed, "items", before.items(), after.items());
        note(changed, "parties", before.parties(), after.parties());
        note(changed, "reasons", before.reasons(), after.reasons());
        note(changed, "end-use", before.statedEndUse(), after.statedEndUse());
        note(changed, "end-use", before.assessedEndUse(), after.assessedEndUse());
        note(changed, "release", before.releasability(), after.releasability());
        note(changed, "release", before.tlp(), after.tlp());
        note(changed, "release", Set.copyOf(before.permittedUse()), Set.copyOf(after.permittedUse()));
        note(changed, "release", before.provenance(), after.provenance());
        note(changed, "release", before.caveats(), after.caveats());
        note(changed, "release", before.withheld(), after.withheld());
        note(changed, "annex", before.nationalRef(), after.nationalRef());
        note(changed, "annex", before.nationalAnnex(), after.nationalAnnex());
        note(changed, "decision", before.kind(), after.kind());
        note(changed, "decision", before.decisionDate(), after.decisionDate());
        note(changed, "decision", before.basis(), after.basis());
        note(changed, "decision", before.destinationState(), after.destinationState());
        note(changed, "decision", before.transitStates(), after.transitStates());
        note(changed, "decision", before.validityPolicy(), after.validityPolicy());
        note(changed, "decision", before.validFrom(), after.validFrom());
        note(changed, "decision", before.suspensionEndsOn(), after.suspensionEndsOn());
        note(changed, "decision", before.finalAssessment(), after.finalAssessment());
        note(changed, "decision", before.externalRefs(), after.externalRefs());
        note(changed, "decision", before.supersedes(), after.supersedes());
        return changed;
    }

    private static void note(
            Set<String> changed,
            String part,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(part);
        }
    }
}
