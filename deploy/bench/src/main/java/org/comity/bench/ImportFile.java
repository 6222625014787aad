package org.comity.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An invented file of denials in CSV, each row one of its own, with what is asked once for it.
 *
 * @param name also begins the reference of each row
 */
record ImportFile(String name, int rows, List<String> releasedTo) {

    private static final String HEADINGS =
            "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                    + "reason_for_refusal,entity_type";
    private static final String ROW =
            "NL/%s/%05d,,Korund Svyaz OOO,ul. Sadovaya 12,Netherlands,KZ,5A001.f.2,\"Portable collector of mobile"
                    + " subscriber identities, four bands\",Border management,Risk of internal repression.,end_user";

    byte[] csv() {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> ROW.formatted(name, row))
                .collect(Collectors.joining("\r\n", HEADINGS + "\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    String settings() {
        return """
                {"kind": "REFUSAL", "decisionDate": "2026-03-31", "basis": "LISTED", "countryMeans": "PARTY",
                 "criterion": "COC_HR", "controlList": "EU_ANNEX_I",
                 "releasability": {"mode": "LIST", "states": [%s]}}""".formatted(releasedTo.stream().map(state -> '"' + state + '"').collect(Collectors.joining(", ")));
    }
}
