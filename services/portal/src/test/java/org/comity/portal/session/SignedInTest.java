package org.comity.portal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedInTest {

    @Test
    void a_person_works_for_the_state_of_their_one_organization() {
        Person person = SignedIn.read(claims("""
                {"nl": {"state": ["NL"], "id": "1"}}""", "licensing-officer"), true);

        assertEquals(Optional.of("NL"), person.state());
        assertTrue(person.isOfficer());
        assertFalse(person.isApprover());
    }

    @Test
    void an_organization_whose_state_is_not_its_alias_gives_none() {
        assertEquals(
                Optional.empty(),
                SignedIn.read(claims("""
                {"nl": {"state": ["DE"], "id": "1"}}""", "licensing-officer"), true).state());
    }

    @Test
    void nobody_works_for_two_states() {
        assertEquals(
                Optional.empty(),
                SignedIn.read(claims("""
                {"nl": {"state": ["NL"]}, "de": {"state": ["DE"]}}""", "licensing-officer"), true).state());
    }

    @Test
    void the_secretariat_is_no_state_and_reads_no_denials() {
        Person person = SignedIn.read(claims("""
                {"secretariat": {"id": "1"}}""", "secretariat"), true);

        assertEquals(Optional.empty(), person.state());
        assertFalse(person.readsDenials());
    }

    @Test
    void a_role_without_a_state_opens_nothing() {
        assertFalse(SignedIn.read(claims("{}", "licensing-approver"), true).readsDenials());
    }

    @Test
    void production_refuses_the_realm_of_the_demonstration_and_takes_another() {
        JsonObject other = claims("""
                {"nl": {"state": ["NL"]}}""", "licensing-officer");
        JsonObject demo = other.copy().put("comity_demo", true);

        assertThrows(ForbiddenException.class, () -> SignedIn.read(demo, false));
        assertTrue(SignedIn.read(demo, true).demo());
        assertFalse(SignedIn.read(other, false).demo());
    }

    private static JsonObject claims(String organization, String role) {
        return new JsonObject("""
                {"sub": "s-1", "name": "A Person", "realm_access": {"roles": ["%s"]}, "organization": %s}""".formatted(role, organization));
    }
}
