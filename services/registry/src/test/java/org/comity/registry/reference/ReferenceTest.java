package org.comity.registry.reference;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReferenceTest {

    private static final String COMMITMENTS = "/registry/v1/commitments";
    private static final String MEETING_TAGS = "/registry/v1/meeting-tags";
    private static final String STATES = "/registry/v1/states";

    @ParameterizedTest
    @ValueSource(strings = {"xk.analyst", "xk.auditor", "secretariat.staff"})
    void everyone_reads_the_seven_commitments(String person) {
        Api.as(person)
                .get(COMMITMENTS)
                .then()
                .statusCode(200)
                .body("items.code", contains("COC-1", "COC-2", "COC-3", "COC-4", "COC-5", "COC-6", "COC-7"))
                .body("items[3].text", startsWith("Share information"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xk.analyst", "xk.auditor", "secretariat.staff"})
    void everyone_reads_the_five_subjects_of_meetings(String person) {
        Api.as(person)
                .get(MEETING_TAGS)
                .then()
                .statusCode(200)
                .body("items.code", contains("MTG-A", "MTG-B", "MTG-C", "MTG-D", "MTG-E"));
    }

    @Test
    void nobody_reads_without_a_token() {
        Api.anonymous().get(COMMITMENTS).then().statusCode(401);
        Api.anonymous().get(MEETING_TAGS).then().statusCode(401);
    }

    @Test
    void who_has_lost_the_only_role_reads_nothing() throws IOException {
        TestServers servers = ComityServers.servers();
        String token = Tokens.of("sk.analyst");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        String subject =
                "role:" + new ObjectMapper().readTree(claims).get("sub").asText() + ":analyst";
        servers.accessSql(
                "insert into access_ended (subject, ended_at, reason) values ('" + subject + "', now(), 'Taken')");
        try {
            Api.as("sk.analyst").get(COMMITMENTS).then().statusCode(403);
            Api.as("sk.analyst").get(MEETING_TAGS).then().statusCode(403);
            Api.as("sk.analyst").get(STATES).then().statusCode(403);
            Api.as("sk.analyst").get(STATES + "/SK").then().statusCode(403);
        } finally {
            servers.accessSql("delete from access_ended where subject = '" + subject + "'");
        }
    }
}
