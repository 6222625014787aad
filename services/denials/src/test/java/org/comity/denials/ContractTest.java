package org.comity.denials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.comity.kernel.test.ServedRoutes;
import org.junit.jupiter.api.Test;

/** The service serves what openapi/denials.yaml says, no more and no less. */
@QuarkusTest
class ContractTest {

    @Test
    void the_file_and_the_code_have_the_same_routes() throws IOException {
        assertEquals(
                ServedRoutes.inFile(Path.of(System.getProperty("comity.root"), "openapi", "denials.yaml")),
                ServedRoutes.ofResources("org.comity.denials"));
    }

    @Test
    void the_file_is_served() throws IOException {
        JsonPath served = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath();
        Map<String, Object> paths = served.getMap("paths");
        assertEquals(
                ServedRoutes.pathsInFile(Path.of(System.getProperty("comity.root"), "openapi", "denials.yaml")),
                paths.keySet());
        assertEquals(
                Files.readString(Path.of(System.getProperty("comity.root"), "openapi", "denials.yaml"))
                        .lines()
                        .filter(line -> line.contains("operationId"))
                        .count(),
                served.prettify()
                        .lines()
                        .filter(line -> line.contains("operationId"))
                        .count());
    }
}
