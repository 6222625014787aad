package org.comity.portal.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody did, read from method and path of a request to the services denials and bulletins.
 *
 * <p>Rules: R-254.
 */
public enum Action {
    LISTED("GET denials"),
    DRAFTED("POST denials"),
    OPENED("GET denials/*"),
    EDITED("PUT denials/*"),
    SUBMITTED("POST denials/*/submit"),
    RETURNED("POST denials/*/return"),
    APPROVED("POST denials/*/approve"),
    RELEASED("POST denials/*/release"),
    AMENDED("POST denials/*/amend"),
    RENEWED("POST denials/*/renew"),
    REVOKED("POST denials/*/revoke"),
    VERSIONS("GET denials/*/versions", "GET denials/*/versions/*/changes"),
    DENIAL_DISCARDED("POST denials/*/discard"),
    DOCUMENT("GET denials/*/document"),
    TEARLINE("GET denials/*/tearline", "GET denials/*/tearline/document"),
    WARNINGS("GET denials/*/warnings"),
    RECEIPTS("GET denials/*/receipts"),
    ONWARD_ASKED("POST denials/*/onward-requests"),
    ONWARD_LISTED("GET onward-requests"),
    ONWARD_OPENED("GET onward-requests/*"),
    ONWARD_GRANTED("POST onward-requests/*/grant"),
    ONWARD_REFUSED("POST onward-requests/*/refuse"),
    ONWARD_WITHDRAWN("POST onward-requests/*/withdraw"),
    EXPORTED("GET exports"),
    IMPORTS_LISTED("GET imports"),
    IMPORT_SENT("POST imports"),
    IMPORT_TEMPLATE("GET imports/template"),
    IMPORT_OPENED("GET imports/*", "GET imports/*/records", "GET imports/*/annotated"),
    IMPORT_APPLIED("POST imports/*/apply"),
    IMPORT_SUBMITTED("POST imports/*/submit"),
    IMPORT_APPROVED("POST imports/*/approve"),
    IMPORT_RETURNED("POST imports/*/return"),
    IMPORT_DISCARDED("POST imports/*/discard"),
    RETURNS_LISTED("GET returns"),
    RETURN_GIVEN("POST returns"),
    RETURN_OPENED("GET returns/*"),
    RETURN_OWN_DENIALS_COUNTED("GET returns/own-denials"),
    RETURN_VERSIONS_OPENED("GET returns/*/versions"),
    RETURN_CORRECTED("POST returns/*/correct"),
    RETURN_APPROVED("POST returns/*/approve"),
    RETURN_SENT_BACK("POST returns/*/return"),
    RETURN_CORRECTION_DISCARDED("POST returns/*/discard"),
    RETURN_RELEASE_CHANGED("POST returns/*/release"),
    COUNTED("GET statistics"),
    FIGURES_SEEN("GET figures", "GET figures/*"),
    FIGURES_PROPOSED("POST figures"),
    FIGURES_APPROVED("POST figures/*/approve"),
    YEARLY_TABLES("GET yearly-tables", "GET yearly-tables/*"),
    CONSULTATIONS_LISTED("GET consultations"),
    CONSULTATION_DRAFTED("POST consultations"),
    CONSULTATION_OPENED("GET consultations/*", "GET consultation-threads/*", "GET consultation-notices/*"),
    CONSULTATION_EDITED("PUT consultations/*"),
    CONSULTATION_SUBMITTED("POST consultations/*/submit"),
    CONSULTATION_RETURNED("POST consultations/*/return"),
    CONSULTATION_DISCARDED("POST consultations/*/discard"),
    CONSULTATION_APPROVED("POST consultations/*/approve"),
    CONSULTATION_DECIDED("POST consultations/*/decide"),
    CONSULTATION_WITHDRAWN("POST consultations/*/withdraw"),
    UNDERCUT_NOTICE("POST consultations/*/undercut-notice"),
    INTEREST_NOTICE("POST consultations/*/essential-interest-notice"),
    CONSULTATION_CLOSED("POST consultations/*/close"),
    REPLIED("POST consultations/*/threads/*/reply"),
    MORE_ASKED("POST consultations/*/threads/*/ask"),
    MORE_GIVEN("POST consultations/*/threads/*/answer"),
    EXTENSION("POST consultations/*/threads/*/extend"),
    THREAD_STEP("POST consultations/*/threads/*/*"),
    NOTES_READ("GET consultations/*/notes", "GET consultations/*/notes/*"),
    NOTE_WRITTEN("POST consultations/*/notes", "PUT consultations/*/notes/*"),
    LOG("GET access-log"),
    LOG_OF_RECORDS("GET access-log/records"),
    ENTRIES("GET control-list-entries"),
    BULLETINS_LISTED("GET bulletins"),
    BULLETIN_DRAFTED("POST bulletins"),
    BULLETIN_OPENED("GET bulletins/*"),
    BULLETIN_EDITED("PUT bulletins/*"),
    BULLETIN_SUBMITTED("POST bulletins/*/submit"),
    BULLETIN_CLEARED("POST bulletins/*/approve"),
    BULLETIN_RETURNED("POST bulletins/*/return"),
    BULLETIN_AMENDED("POST bulletins/*/amend"),
    BULLETIN_RELEASED("POST bulletins/*/release"),
    BULLETIN_WITHDRAWN("POST bulletins/*/withdraw"),
    BULLETIN_RECALLED("POST bulletins/*/recall"),
    BULLETIN_DISCARDED("POST bulletins/*/discard"),
    BULLETIN_PUBLISHED("POST bulletins/*/publish"),
    BULLETIN_SIGNED("POST bulletins/*/cosign"),
    BULLETIN_FILE_ATTACHED("POST bulletins/*/attachments"),
    BULLETIN_FILE_REMOVED("DELETE bulletins/*/attachments/*"),
    BULLETIN_FILE_DOWNLOADED("GET bulletins/*/attachments/*"),
    BULLETIN_RECEIPTS("GET bulletins/*/receipts"),
    BULLETIN_COMMENTED("POST bulletins/*/comment"),
    BULLETIN_SIGHTED("POST bulletins/*/sighting"),
    BULLETIN_ACKNOWLEDGED("POST bulletins/*/acknowledge"),
    OPEN_BULLETINS("GET open-bulletins", "GET open-bulletins/*", "GET open-bulletins/*/attachments/*"),
    REQUESTS_LISTED("GET requests"),
    REQUEST_DRAFTED("POST requests"),
    REQUEST_OPENED("GET requests/*"),
    REQUEST_EDITED("PUT requests/*"),
    REQUEST_SUBMITTED("POST requests/*/submit"),
    REQUEST_ASKED("POST requests/*/approve"),
    REQUEST_RETURNED("POST requests/*/return"),
    REQUEST_WITHDRAWN("POST requests/*/withdraw"),
    REQUEST_DISCARDED("POST requests/*/discard"),
    REQUEST_ANSWERED("POST requests/*/answer"),
    OTHER();

    private static final Pattern SERVICE = Pattern.compile("/(?:denials|bulletins)/v1/");
    private static final String ANY = "*";

    private final List<List<String>> requests;

    /** These requests; a star stands for an id, a state or a year. */
    Action(String... requests) {
        this.requests =
                Arrays.stream(requests).map(it -> List.of(it.split("[ /]"))).toList();
    }

    /** The action of a request; OTHER for what there is no word for. */
    static Action of(String method, String path) {
        Matcher service = SERVICE.matcher(path);
        if (!service.lookingAt()) {
            return OTHER;
        }
        List<String> request = List.of((method + " " + path.substring(service.end())).split("[ /]+"));
        // one without a star comes first: imports/template is no import
        return Arrays.stream(values())
                .filter(it -> it.requests.contains(request))
                .findFirst()
                .orElseGet(() -> Arrays.stream(values())
                        .filter(it -> it.requests.stream().anyMatch(pattern -> matches(pattern, request)))
                        .findFirst()
                        .orElse(OTHER));
    }

    private static boolean matches(List<String> pattern, List<String> request) {
        if (pattern.size() != request.size()) {
            return false;
        }
        for (int at = 0; at < pattern.size(); at++) {
            if (!pattern.get(at).equals(ANY) && !pattern.get(at).equals(request.get(at))) {
                return false;
            }
        }
        return true;
    }
}
