package org.comity.kernel.test;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Requests to the service under test, each held to the contract in openapi/. */
public final class Api {

    private Api() {}

    /** A request of this demo person. */
    public static RequestSpecification as(String person) {
        return withToken(Tokens.of(person));
    }

    /** A request with this token. */
    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        return given().filter(OpenApiContract.ofModule());
    }

    /** A request that the contract does not allow, on purpose: only its answer is held to the contract. */
    public static RequestSpecification wrongly(String person) {
        return given().filter(OpenApiContract.ofModule().answersOnly())
                .header("Authorization", "Bearer " + Tokens.of(person));
    }
}
