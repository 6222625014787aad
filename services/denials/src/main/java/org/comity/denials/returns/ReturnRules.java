package org.comity.denials.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.ReleaseRules;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a return, and what is missing from it.
 *
 * <p>Source: docs/rules.md R-86, R-87 (domain 1b: Wassenaar's Appendix 2, from memory).
 */
final class ReturnRules {

    private ReturnRules() {}

    static List<FieldError> wrong(ReturnRequest request, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (request.period() != null) {
            Optional<Period> period = Period.parse(request.period());
            if (period.isEmpty() || period.get().year() < Period.EARLIEST_YEAR) {
                errors.add(new FieldError("/period", "This is no half-year; one looks like 2026-H1."));
            } else if (!period.get().isOver(today)) {
                errors.add(new FieldError(
                        "/period",
                        "This half-year is not over; it can be returned from "
                                + period.get().lastDay().plusDays(1) + " (UTC) on."));
            }
        }
        if (request.kind() == ReturnKind.NIL && !request.lines().isEmpty()) {
            errors.add(new FieldError("/lines", "A nil return has none."));
        }
        if (request.kind() == ReturnKind.AGGREGATE && request.nilBecause() != null) {
            errors.add(new FieldError("/nilBecause", "Only a nil return says why it is nil."));
        }
        for (int i = 0; i < request.lines().size(); i++) {
            ReturnLine line = request.lines().get(i);
            if (line.controlCode() != null && !ControlCode.isWellFormed(line.controlCode())) {
                errors.add(new FieldError(
                        "/lines/" + i + "/controlCode", "This is not a control-list entry; one looks like 5A001.f.2."));
            }
            if (line.destinationState() != null && !line.destinationState().isKnown()) {
                errors.add(new FieldError("/lines/" + i + "/destinationState", "No state has this code."));
            }
        }
        errors.addAll(ReleaseRules.wrong(request.releaseOrDefault(), Provenance.OWN, "/releasability"));
        return errors;
    }

    static List<FieldError> missing(ReturnRequest request) {
        List<FieldError> errors = new ArrayList<>();
        need(request.period(), "/period", errors);
        need(request.kind(), "/kind", errors);
        if (request.kind() == ReturnKind.AGGREGATE && request.lines().isEmpty()) {
            need(null, "/lines", errors);
        }
        for (int i = 0; i < request.lines().size(); i++) {
            ReturnLine line = request.lines().get(i);
            need(line.destinationState(), "/lines/" + i + "/destinationState", errors);
            need(line.controlCode(), "/lines/" + i + "/controlCode", errors);
            need(line.description(), "/lines/" + i + "/description", errors);
            need(line.licencesDenied(), "/lines/" + i + "/licencesDenied", errors);
            need(line.reason(), "/lines/" + i + "/reason", errors);
        }
        need(request.releasability(), "/releasability", errors);
        if (request.toStatesNamedNowhere()) {
            need(null, "/releasability/states", errors);
        }
        return errors;
    }

    private static void need(@Nullable Object value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(pointer, "This is missing."));
        }
    }
}
