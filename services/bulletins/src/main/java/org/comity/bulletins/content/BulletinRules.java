package org.comity.bulletins.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.ReleaseRules;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a draft, beyond what one field alone can tell, and what is missing before it can be submitted.
 * <p>Source: docs/rules.md R-319 to R-321 (domain 3.3, 4.3).
 * <p>Rules: R-361.
 */
public final class BulletinRules {

    private static final int LATEST_YEAR = 2200;

    private BulletinRules() {}

    /**
     * What is wrong, so that not even a draft may hold it.
     *
     * @param today in UTC
     */
    public static List<FieldError> wrong(DraftBulletin draft, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            String code = draft.items().get(i).controlCode();
            if (code != null && !ControlCode.isWellFormed(code)) {
                errors.add(new FieldError(
                        "/items/" + i + "/controlCode", "This is not a control-list entry; one looks like 5A001.f.2."));
            }
        }
        for (int i = 0; i < draft.destinations().size(); i++) {
            unknown(draft.destinations().get(i), "/destinations/" + i, errors);
        }
        for (int i = 0; i < draft.parties().size(); i++) {
            unknown(draft.parties().get(i).country(), "/parties/" + i + "/country", errors);
        }
        if (draft.validUntil() != null && draft.validUntil().isBefore(today)) {
            errors.add(new FieldError("/validUntil", "This day is over already."));
        }
        if (draft.validUntil() != null && draft.validUntil().getYear() > LATEST_YEAR) {
            errors.add(new FieldError("/validUntil", "This year is out of range."));
        }
        if (draft.releasability() != null) {
            errors.addAll(ReleaseRules.wrong(draft.releasability(), draft.provenanceOrDefault(), "/releasability"));
        }
        signatories(draft, errors);
        sanitised(draft, errors);
        return errors;
    }

    /** States that sign are named, and are among those that it goes to. */
    private static void signatories(DraftBulletin draft, List<FieldError> errors) {
        Releasability release = draft.releasability();
        for (int i = 0; i < draft.signatories().size(); i++) {
            StateCode state = draft.signatories().get(i);
            boolean isLeftOut = release != null
                    && (release.excluded().contains(state)
                            || release.mode() == ReleaseMode.LIST
                                    && !release.states().contains(state)
                            || release.mode() == ReleaseMode.ORIGINATOR_ONLY);
            unknown(state, "/signatories/" + i, errors);
            if (isLeftOut) {
                errors.add(new FieldError("/signatories/" + i, "This state is not among those that it goes to."));
            }
        }
        if (draft.signaturesNeeded() != null
                && draft.signaturesNeeded() > draft.signatories().size()) {
            errors.add(new FieldError("/signaturesNeeded", "This is more than it names states to sign it."));
        }
        if (draft.asksForSignatures() && draft.staysUnnamed()) {
            errors.add(new FieldError("/unnamed", "What several states sign names them."));
        }
    }

    /** A copy for everybody is CLEAR and names no party; what is not CLEAR is no such copy. */
    private static void sanitised(DraftBulletin draft, List<FieldError> errors) {
        if (draft.bulletinClass() != BulletinClass.SANITISED) {
            if (draft.tlp() == Tlp.CLEAR) {
                errors.add(new FieldError("/tlp", "Only a sanitised copy is CLEAR: post one beside this bulletin."));
            }
            return;
        }
        if (draft.tlp() != null && draft.tlp() != Tlp.CLEAR) {
            errors.add(new FieldError("/tlp", "A sanitised copy is CLEAR."));
        }
        if (!draft.parties().isEmpty()) {
            errors.add(new FieldError("/parties", "A sanitised copy names no party."));
        }
        if (draft.releasability() != null && draft.releasability().mode() != ReleaseMode.ALL) {
            errors.add(new FieldError("/releasability/mode", "A sanitised copy goes to all."));
        }
    }

    private static void unknown(@Nullable StateCode state, String pointer, List<FieldError> errors) {
        if (state != null && !state.isKnown()) {
            errors.add(new FieldError(pointer, "No state has this code."));
        }
    }

    /** What is missing before the draft can be submitted, all of it. */
    public static List<FieldError> missing(DraftBulletin draft) {
        List<FieldError> errors = new ArrayList<>();
        need(draft.bulletinClass(), "/class", errors);
        need(draft.headline(), "/headline", errors);
        need(draft.summary(), "/summary", errors);
        need(draft.releasability(), "/releasability", errors);
        if (draft.releaseOrDefault().mode() == ReleaseMode.LIST
                && draft.releaseOrDefault().states().isEmpty()) {
            need(null, "/releasability/states", errors);
        }
        if (draft.themes().isEmpty()) {
            need(null, "/themes", errors);
        }
        return errors;
    }

    private static void need(@Nullable Object value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(new FieldError(pointer, "This is missing."));
        }
    }
}
