package org.comity.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.comity.kernel.test.OpenApiFile;
import org.comity.kernel.test.ServedRoutes;
import org.junit.jupiter.api.Test;

/** The service serves what openapi/subscriptions.yaml says, no more and no less. */
@QuarkusTest
class ContractTest {

    private static final Path FILE = Path.of(System.getProperty("comity.root"), "openapi", "subscriptions.yaml");

    @Test
    void the_file_and_the_code_have_the_same_routes() throws IOException {
        assertEquals(ServedRoutes.inFile(FILE), ServedRoutes.ofResources("org.comity.subscriptions"));
    }

    @Test
    void R275_the_file_is_served_as_it_is() throws IOException {
        assertEquals(
                Files.readString(FILE),
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString());
        JsonPath served = RestAssured.get("/q/openapi?format=json").jsonPath();
        assertEquals(ServedRoutes.pathsInFile(FILE), served.getMap("paths").keySet());
    }

    @Test
    void the_file_declares_what_comes_and_closes_what_it_describes() throws IOException {
        OpenApiFile file = OpenApiFile.of(FILE);
        assertEquals(Set.of(), file.undeclaredAnswers());
        assertEquals(Set.of(), file.openObjects());
        assertEquals(Set.of(), file.parametersWithoutCodes("decision"));
    }

    @Test
    void each_body_has_an_example_that_keeps_its_schema() throws IOException {
        assertEquals(List.of(), OpenApiFile.of(FILE).faultyExamples());
    }
}
