package org.comity.denials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.denials.content.DraftDenial;
import org.comity.kernel.json.Revised;
import org.comity.kernel.json.StoredJson;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows as an older version of the service wrote them, brought to the tables of today. */
@Tag("servers")
class MigratedRowsTest {

    private static final String ID = "11111111-1111-4111-8111-111111111111";
    private static final String DRAFT = "22222222-2222-4222-8222-222222222222";
    private static final String PERSON = "33333333-3333-4333-8333-333333333333";
    private static final String GONE = "44444444-4444-4444-8444-444444444444";

    /** What the rows of before say; the person is a placeholder. */
    private static final String WHOLE = """
            {"kind": "SUSPENSION", "decisionDate": "2026-03-31", "basis": "LISTED",
             "items": [{"controlCode": "5A001.f.2", "controlList": "EU_ANNEX_I", "sensitivity": "SENSITIVE",
                        "description": "Portable \\"catcher\\"", "keyParameters": [{"name": "bands", "value": "2G-4G"}],
                        "quantity": 2.50, "unit": "piece", "productType": "INTERCEPTION"},
                       {"description": "SPARE parts"}],
             "destinationState": "KZ", "transitStates": ["TR"],
             "parties": [{"role": "END_USER", "name": "Korund Svyaz OOO", "aliases": ["Korund", "Korund Telecom"],
                          "nativeScriptName": "Корунд", "address": "Sadovaya 12\\nAlmaty", "country": "KZ",
                          "identifiers": [{"type": "tax", "value": "000"}], "entityType": "TELECOM", "isNaturalPerson": false},
                         {"role": "AGENT", "name": "person:%s", "isNaturalPerson": true},
                         {"role": "CONSIGNEE", "name": "KORUND SVYAZ OOO"}],
             "statedEndUse": "Border management", "assessedEndUse": "Surveillance",
             "reasons": [{"criterion": "COC_HR", "misuseTypes": ["CENSORSHIP"], "rightsEngaged": ["PRIVACY"],
                          "tearline": "Risk", "narrative": "A record"}, {"criterion": "OTHER"}],
             "validityPolicy": "EXPIRES", "validFrom": "2026-04-01", "renewalGrounds": "The same",
             "suspensionEndsOn": "2027-01-31", "finalAssessment": "Refused", "tlp": "AMBER_STRICT",
             "permittedUse": ["LICENSING", "POLICY"], "provenance": "OWN", "caveats": ["Mind it"],
             "withheld": [{"field": "transitStates", "ground": "SECURITY"}, {"field": "assessedEndUse", "ground": "COMMERCIAL"}],
             "releasability": {"mode": "LIST"},
             "nationalRef": "NL/1", "nationalAnnex": {"exporter": "Windmill", "value": 125000.5, "currency": "EUR"}}
            """.formatted(PERSON);

    private TestServers servers;

    @BeforeEach
    void anEmptyDatabase() {
        servers = ComityServers.prepareWithoutRealm("comity-before");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(
                        servers.jdbcUrl(servers.database()),
                        "before_owner",
                        servers.backing().rolePassword())
                .locations("db/kernel", "db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("app", "before_app", "relay", "before_relay", "timer", "before_timer"))
                .target(version)
                .load()
                .migrate();
    }

    private List<String> column(String query) {
        List<String> cells = new ArrayList<>();
        try (Connection connection = servers.superuser(servers.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                cells.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return cells;
    }

    private DraftDenial content(String table, String key, String id) {
        return StoredJson.read(
                column("select content from " + table + " where " + key + " = '" + id + "'")
                        .getFirst(),
                DraftDenial.class);
    }

    private void denialOfBefore() {
        servers.sql(
                "insert into denial (id, ref, originator_state, status, version, kind, decision_date, notified_at, told_at,"
                        + " basis, destination_state, transit_states, validity_policy, valid_from, renewal_count,"
                        + " suspension_ends_on, tlp, release_mode, permitted_use, provenance, caveats, withheld, content_at)"
                        + " values ('" + ID
                        + "', 'DN-NL-2026-AAAAAA', 'NL', 'RENEWED', 2, 'SUSPENSION', '2026-03-31', now(),"
                        + " now(), 'LISTED', 'KZ', '{}', 'EXPIRES', '2026-04-01', 1, '2027-01-31', 'AMBER_STRICT', 'LIST',"
                        + " '{LICENSING,POLICY}', 'OWN', '{Mind it}', '[{\"field\": \"transitStates\", \"ground\":"
                        + " \"SECURITY\"}, {\"field\": \"assessedEndUse\", \"ground\": \"COMMERCIAL\"}]', now())",
                "insert into denial_item values (gen_random_uuid(), '" + ID + "', 'NL', 0, '5A001.f.2', 'EU_ANNEX_I',"
                        + " 'SENSITIVE', 'Portable \"catcher\"', '[{\"name\": \"bands\", \"value\": \"2G-4G\"}]', 2.50,"
                        + " 'piece', 'INTERCEPTION', 'portable \"catcher\"'),"
                        + " (gen_random_uuid(), '" + ID
                        + "', 'NL', 1, null, null, null, 'SPARE parts', '[]', null, null,"
                        + " null, null)",
                "insert into denial_party (id, denial_id, originator_state, position, role, name, aliases,"
                        + " native_script_name, address, country, identifiers, entity_type, natural_person, name_key)"
                        + " values (gen_random_uuid(), '" + ID + "', 'NL', 0, 'END_USER', 'Korund Svyaz OOO',"
                        + " '{Korund,Korund Telecom}', 'Корунд', E'Sadovaya 12\\nAlmaty', 'KZ',"
                        + " '[{\"type\": \"tax\", \"value\": \"000\"}]', 'TELECOM', false, 'korund svyaz ooo'),"
                        + " (gen_random_uuid(), '" + ID + "', 'NL', 1, 'AGENT', 'person:" + PERSON
                        + "', '{}', null, null,"
                        + " null, '[]', null, true, 'person:" + PERSON + "'),"
                        + " (gen_random_uuid(), '" + ID
                        + "', 'NL', 2, 'CONSIGNEE', 'KORUND SVYAZ OOO', '{}', null, null,"
                        + " null, '[]', null, null, 'korund svyaz ooo')",
                "insert into denial_reason values (gen_random_uuid(), '" + ID + "', 'NL', 0, 'COC_HR', '{CENSORSHIP}',"
                        + " '{PRIVACY}', 'Risk', 'A record'),"
                        + " (gen_random_uuid(), '" + ID + "', 'NL', 1, 'OTHER', '{}', '{}', null, null)",
                "insert into denial_narrative (denial_id, originator_state, stated_end_use, renewal_grounds,"
                        + " final_assessment, revocation_reason) values ('" + ID + "', 'NL', 'Border management',"
                        + " 'The same', 'Refused', 'Lifted')",
                // whatever could not be withheld stood there too
                "insert into denial_file (denial_id, originator_state, row_version, release_version, release_states,"
                        + " release_excluded, national_ref, national_annex, created_by, created_by_name, created_at,"
                        + " updated_at, withheld_values) values ('" + ID + "', 'NL', 3, 0, '{DE}', '{}', 'NL/1',"
                        + " '{\"exporter\": \"Windmill\", \"value\": 125000.5, \"currency\": \"EUR\"}', 'a', 'A', now(), now(),"
                        + " '{\"kind\": \"SUSPENSION\", \"tlp\": \"AMBER_STRICT\", \"renewalGrounds\": \"Old\","
                        + " \"transitStates\": [\"TR\"], \"assessedEndUse\": \"Surveillance\"}')");
    }

    private void draftOfBefore() {
        servers.sql(
                "insert into denial (id, ref, originator_state, status, version, transit_states, validity_policy,"
                        + " renewal_count, tlp, permitted_use, provenance, caveats, withheld, content_at)"
                        + " values ('" + DRAFT + "', 'DN-NL-2026-BBBBBB', 'NL', 'DRAFT', 0, '{}', 'REVIEW_REQUIRED', 0,"
                        + " 'AMBER', '{LICENSING}', 'OWN', '{}', '[]', now())",
                "insert into denial_narrative (denial_id, originator_state) values ('" + DRAFT + "', 'NL')",
                "insert into denial_file (denial_id, originator_state, row_version, release_version, release_states,"
                        + " release_excluded, created_by, created_by_name, created_at, updated_at)"
                        + " values ('" + DRAFT + "', 'NL', 0, 0, '{}', '{}', 'a', 'A', now(), now())");
    }

    @Test
    void the_content_of_before_V75_is_read_as_it_was_written() {
        migrate("74");
        denialOfBefore();
        draftOfBefore();
        migrate("latest");
        DraftDenial whole = StoredJson.read(WHOLE, DraftDenial.class);
        DraftDenial header = content("denial", "id", ID);
        DraftDenial narrative = content("denial_narrative", "denial_id", ID);
        DraftDenial own = content("denial_file", "denial_id", ID);
        assertEquals(whole.header(), header);
        assertEquals(whole.narrative(), narrative);
        assertEquals(whole.own(), own);
        assertEquals(whole, header.withNarrative(narrative).withOwn(own));
        assertEquals(DraftDenial.NOTHING.header(), content("denial", "id", DRAFT));
        assertEquals(DraftDenial.NOTHING, content("denial_narrative", "denial_id", DRAFT));
        assertEquals(DraftDenial.NOTHING, content("denial_file", "denial_id", DRAFT));
        // kept as the service keeps it, so that a step which changes nothing writes nothing
        for (String table : List.of("denial", "denial_narrative", "denial_file")) {
            String key = table.equals("denial") ? "id" : "denial_id";
            DraftDenial kept = content(table, key, ID);
            assertEquals(
                    List.of("t"),
                    column("select content = '" + StoredJson.written(kept).replace("'", "''") + "'::jsonb from " + table
                            + " where " + key + " = '" + ID + "'"),
                    table);
        }
    }

    @Test
    void what_is_searched_follows_from_the_content_of_before_V75() {
        migrate("74");
        denialOfBefore();
        draftOfBefore();
        migrate("latest");
        String of = " where denial_id = '" + ID + "'";
        assertEquals(
                List.of("SUSPENSION 2026-03-31 KZ EXPIRES 2027-01-31 AMBER_STRICT"),
                column(
                        "select concat_ws(' ', kind, decision_date, destination_state, validity_policy, suspension_ends_on,"
                                + " tlp) from denial where id = '" + ID + "'"));
        assertEquals(
                List.of("t"),
                column("select kind is null and decision_date is null from denial where id = '" + DRAFT + "'"));
        assertEquals(List.of("t"), column("select finally_assessed from denial_narrative" + of));
        assertEquals(List.of("Lifted"), column("select revocation_reason from denial_narrative" + of));
        assertEquals(
                List.of("f"),
                column("select finally_assessed from denial_narrative where denial_id = '" + DRAFT + "'"));
        assertEquals(
                List.of("5A001.f.2 SENSITIVE portable \"catcher\"", "spare parts"),
                column("select concat_ws(' ', control_code, sensitivity, description_key) from denial_item" + of
                        + " order by position"));
        assertEquals(
                List.of("COC_HR {CENSORSHIP}", "OTHER {}"),
                column("select concat_ws(' ', criterion, misuse_types) from denial_reason" + of
                        + " order by position"));
        assertEquals(
                List.of("korund svyaz ooo"), column("select name_key from denial_party" + of), "once, and no person");
    }

    @Test
    void R311_a_reference_that_lay_in_clear_before_V70_goes_with_its_person_or_is_gone_with_a_person_who_is_gone() {
        migrate("69");
        servers.sql(
                "insert into denial (id, ref, originator_state, status, version, transit_states, validity_policy,"
                        + " renewal_count, tlp, permitted_use, provenance, caveats, withheld, content_at)"
                        + " values ('" + ID + "', 'DN-NL-2026-AAAAAA', 'NL', 'DRAFT', 0, '{}', 'REVIEW_REQUIRED', 0,"
                        + " 'AMBER', '{LICENSING}', 'OWN', '{}', '[]', now())",
                "insert into natural_person values ('" + PERSON + "', '" + ID + "', 'NL', true, 'x')");
        for (int place = 0; place < 3; place++) {
            String name =
                    List.of("person:" + PERSON, "person:" + GONE, "Korund").get(place);
            servers.sql(
                    "insert into denial_party (id, denial_id, originator_state, position, role, name, aliases, identifiers,"
                            + " natural_person) values (gen_random_uuid(), '" + ID + "', 'NL', " + place
                            + ", 'AGENT', '"
                            + name + "', '{}', '[]', " + (place < 2) + ")",
                    "insert into denial_party_reference (denial_id, originator_state, party_position, position, reference)"
                            + " values ('" + ID + "', 'NL', " + place + ", 0, 'WA-CLEAR-" + place + "')");
        }
        migrate("latest");
        assertEquals(
                List.of("WA-CLEAR-0 " + PERSON, "WA-CLEAR-2"),
                column("select concat_ws(' ', reference, person) from denial_party_reference order by reference"));
    }

    @Test
    void an_open_amendment_and_the_kept_versions_stay_as_they_were() {
        migrate("74");
        denialOfBefore();
        String amendment = StoredJson.written(Revised.of(StoredJson.<DraftDenial>read(WHOLE, DraftDenial.class))
                .with("statedEndUse", "It's another")
                .made());
        servers.sql(
                "update denial_file set proposal = 'AMENDMENT', working_copy = 'DRAFT', amendment = '"
                        + amendment.replace("'", "''") + "'",
                "insert into denial_version values ('" + ID + "', 'NL', 1, now(), '" + amendment.replace("'", "''")
                        + "')");
        migrate("latest");
        for (String column : List.of(
                column("select amendment from denial_file").getFirst(),
                column("select content from denial_version").getFirst())) {
            assertEquals(
                    StoredJson.<DraftDenial>read(amendment, DraftDenial.class),
                    StoredJson.<DraftDenial>read(column, DraftDenial.class));
        }
    }
}
