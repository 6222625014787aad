package org.comity.portal.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What somebody did, read from method and path of the request. */
public enum Action {
    LISTED,
    OPENED,
    DRAFTED,
    EDITED,
    SUBMITTED,
    RETURNED,
    APPROVED,
    RELEASED,
    AMENDED,
    RENEWED,
    REVOKED,
    VERSIONS,
    RECEIPTS,
    EXPORTED,
    IMPORTED,
    CONSULTED,
    LOG,
    ENTRIES,
    OTHER;

    private static final Map<String, Action> STEPS = Map.of(
            "submit", SUBMITTED,
            "return", RETURNED,
            "approve", APPROVED,
            "release", RELEASED,
            "amend", AMENDED,
            "renew", RENEWED,
            "revoke", REVOKED,
            "versions", VERSIONS,
            "receipts", RECEIPTS);
    private static final Map<String, Action> COLLECTIONS = Map.of(
            "exports", EXPORTED,
            "imports", IMPORTED,
            "consultations", CONSULTED,
            "access-log", LOG,
            "control-list-entries", ENTRIES);

    /** The action of a request to the denials service; OTHER for what there is no word for. */
    static Action of(String method, String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(it -> !it.isEmpty()).toList();
        if (parts.size() < 3) {
            return OTHER;
        }
        if (!parts.get(2).equals("denials")) {
            return COLLECTIONS.getOrDefault(parts.get(2), OTHER);
        }
        return switch (parts.size()) {
            case 3 -> method.equals("POST") ? DRAFTED : LISTED;
            case 4 -> method.equals("PUT") ? EDITED : OPENED;
            default -> STEPS.getOrDefault(parts.get(4), OTHER);
        };
    }
}
