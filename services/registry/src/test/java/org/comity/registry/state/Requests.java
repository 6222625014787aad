package org.comity.registry.state;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.World;

/** Requests to the registry's states, and the bodies that they carry. */
final class Requests {

    static final String STATES = "/registry/v1/states";
    static final String ADMIN = "secretariat.admin";
    static final String STAFF = "secretariat.staff";

    private Requests() {}

    static String address(String iso2) {
        return STATES + "/" + iso2;
    }

    /** A request with this JSON, held to the contract. */
    static RequestSpecification json(String person, String body) {
        return Api.as(person).contentType(ContentType.JSON).body(body);
    }

    /** A request with this JSON, which may break the contract. */
    static RequestSpecification wrongJson(String person, String body) {
        return Api.wrongly(person).contentType(ContentType.JSON).body(body);
    }

    /** The tag of the state as it stands. */
    static String etag(String iso2) {
        return Api.as(STAFF).get(address(iso2)).then().statusCode(200).extract().header("ETag");
    }

    /** Replaces a part of a state as it stands. */
    static ValidatableResponse put(String person, String iso2, String part, String body) {
        return json(person, body)
                .header("If-Match", etag(iso2))
                .put(address(iso2) + part)
                .then();
    }

    /** Takes a step with a state as it stands. */
    static ValidatableResponse step(String person, String iso2, String verb, String body) {
        return json(person, body)
                .header("If-Match", etag(iso2))
                .post(address(iso2) + "/" + verb)
                .then();
    }

    /** Adds Iceland, which is interested. */
    static void addIceland() {
        json(ADMIN, ICELAND).post(STATES).then().statusCode(201);
    }

    static final String ICELAND = "{\"iso2\":\"IS\",\"name\":\"Iceland\"}";

    static final String SUSPENSION = "{\"reason\":\"A breach of trust\"}";

    static final String WITHDRAWAL = "{\"withdrawnOn\":\"2025-01-31\",\"reason\":\"By its own will\"}";

    static final String CONTENT = """
            {"name":"Japan","officialName":"Japan","eligibilityBasis":"Summit for Democracy",
             "regimeMemberships":[{"regime":"WA","standing":"MEMBER","from":"1996-07-12"},
                                  {"regime":"ZC","standing":"ADHERENT"}],
             "defaults":{"release":"ALL","tlp":"GREEN"}}""";

    static final String CONTACTS = """
            {"pointsOfContact":[
              {"role":"POC","name":"Export control desk","mail":"poc@demo.invalid","hours":"9 to 17","backup":"The deputy"},
              {"role":"DEPUTY","name":"Deputy","mail":"deputy@demo.invalid"}]}""";

    static final String AUTHORITIES = """
            {"competentAuthorities":[
              {"name":"Licensing office","role":"GRANT","url":"https://example.org/licences"},
              {"name":"Customs","role":"ENFORCEMENT"}]}""";

    static final String CALENDAR = """
            {"zone":"Asia/Tokyo","weekend":["SATURDAY","SUNDAY"],
             "holidays":[{"date":"2026-01-01","name":"New Year"},{"date":"2026-02-11","name":"Foundation Day"}]}""";

    /** What a test goes back to: the registry as it was, and no state shut out. */
    static Runnable keep() {
        World before = World.keep(ComityServers.servers());
        return () -> {
            before.restore();
            ComityServers.servers().accessSql("delete from access_ended where subject like 'state:%'");
        };
    }
}
