package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line, as a process, against the running system: a state's system and a person with a device code. */
@ExtendWith(PortalSystem.class)
class CliIT {

    private static final Pattern ADDRESS = Pattern.compile("(http://\\S+user_code=\\S+)");

    @TempDir
    private Path home;

    private record Ended(int code, String out, String err) {}

    private Process start(PortalSystem.Running running, boolean system, String... arguments) throws IOException {
        Path cli = Path.of(System.getProperty("comity.root"), "services/cli/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                // as ./comity cli starts it
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-cp",
                cli.resolve("comity-cli.jar") + java.io.File.pathSeparator + cli.resolve("lib") + "/*",
                "org.comity.cli.Comity"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("COMITY_DENIALS_URL", running.comity().url("denials"));
        environment.put("COMITY_KEYCLOAK_URL", running.comity().url("keycloak"));
        if (system) {
            environment.put("COMITY_CLIENT_ID", "nl-system");
            environment.put("COMITY_CLIENT_SECRET", "comity-demo");
        }
        return builder.start();
    }

    private static Ended ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), out, err);
    }

    private JsonNode asSystem(PortalSystem.Running running, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Ended ended = ended(start(running, true, all.toArray(String[]::new)));
        assertEquals(0, ended.code(), ended.err());
        return new ObjectMapper().readTree(ended.out());
    }

    private Path fileOf(String reference) throws IOException {
        return Files.writeString(
                home.resolve("new.csv"),
                "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,"
                        + "end_use,reason_for_refusal,entity_type\n"
                        + reference
                        + ",,Invented Harbour Ltd,Street,Netherlands,KZ,4D004,Software,Border,Risk,end_user\n");
    }

    @Test
    void a_states_system_exports_imports_and_consults(PortalSystem.Running running) throws Exception {
        Path export = home.resolve("denials.csv");
        assertEquals(
                0,
                ended(start(running, true, "denials", "export", "--originator", "KR", "--out", export.toString()))
                        .code());
        assertTrue(Files.readString(export).contains("KR"));

        Path file = fileOf("CLI/1");
        String id = asSystem(
                        running,
                        "import",
                        "check",
                        file.toString(),
                        "--kind",
                        "REFUSAL",
                        "--decision-date",
                        "2026-03-31",
                        "--basis",
                        "LISTED",
                        "--country-means",
                        "PARTY",
                        "--release",
                        "NOBODY")
                .path("id")
                .asText();
        assertEquals(
                "APPLIED",
                asSystem(running, "import", "apply", id).path("status").asText());
        JsonNode submitted = asSystem(running, "import", "submit", id);
        assertEquals("SUBMITTED", submitted.path("status").asText());
        Ended approval = ended(start(
                running,
                true,
                "import",
                "approve",
                id,
                "--if-match",
                submitted.path("etag").asText()));
        assertEquals(1, approval.code(), "a system approves nothing: " + approval.err());

        JsonNode learned = asSystem(
                running,
                "import",
                "check",
                fileOf("CLI/2").toString(),
                "--kind",
                "REFUSAL",
                "--decision-date",
                "2026-03-31",
                "--basis",
                "LISTED",
                "--country-means",
                "PARTY",
                "--regime",
                "WA",
                "--release",
                "KR");
        assertEquals("CHECKED", learned.path("status").asText());
        assertEquals(
                "REGIME_DERIVED", learned.at("/settings/provenance").asText(), "R-259, asked of the service itself");

        String ref = asSystem(running, "denials", "list", "--originator", "KR", "--status", "NOTIFIED")
                .path(0)
                .path("ref")
                .asText();
        Path question = home.resolve("question.json");
        Files.writeString(question, """
                {"type":"NO_UNDERCUT","question":"Is it the same?",
                 "consultedStates":[{"state":"KR","denialRefs":["%s"]}],
                 "candidateTransaction":{"items":[{"description":"IMSI catcher"}],"destination":"KZ",
                  "parties":[{"role":"END_USER","name":"Invented Harbour Ltd"}]}}""".formatted(ref));
        String consultation = asSystem(running, "consult", "new", question.toString())
                .path("id")
                .asText();
        assertEquals(
                "NATIONAL_APPROVAL",
                asSystem(running, "consult", "submit", consultation)
                        .path("status")
                        .asText());
    }

    @Test
    void a_person_signs_in_with_a_code_and_is_that_person(PortalSystem.Running running) throws Exception {
        Process login = start(running, false, "login");
        String address = address(login.getErrorStream());
        try (Visit visit = new Visit(running)) {
            Page page = visit.page();
            page.navigate(address);
            page.locator("#username").fill("nl.officer");
            if (page.locator("#password").count() == 0) {
                page.locator("#kc-login").click();
                page.locator("#password").waitFor();
            }
            page.locator("#password").fill("comity-demo");
            page.locator("#kc-login").click();
            page.locator("[name=accept]").click();
        }
        assertTrue(login.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, login.exitValue());
        Ended list = ended(start(running, false, "denials", "list", "--status", "DRAFT"));
        assertEquals(0, list.code(), list.err());
        assertTrue(list.out().contains("DN-NL-"), list.out());
        assertEquals(0, ended(start(running, false, "logout")).code());
        assertEquals(1, ended(start(running, false, "denials", "list")).code());
    }

    private static String address(java.io.InputStream said) throws IOException {
        StringBuilder text = new StringBuilder();
        Reader reader = new InputStreamReader(said, StandardCharsets.UTF_8);
        while (true) {
            int next = reader.read();
            if (next < 0) {
                throw new AssertionError("it ended: " + text);
            }
            text.append((char) next);
            Matcher address = ADDRESS.matcher(text);
            if (next == '\n' && address.find()) {
                return address.group(1);
            }
        }
    }
}
