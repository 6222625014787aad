package org.comity.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command has in common: how it ends, whose token it takes, what it may write. */
class ComityTest extends Stage {

    private static final String ONE = "GET /denials/v1/denials/" + ID;

    @Test
    void R220_a_problem_names_its_fields_and_is_a_refusal() {
        reply(
                "POST /denials/v1/consultations",
                Reply.problem(
                        422,
                        "{\"detail\":\"Wrong.\",\"errors\":[{\"pointer\":\"/type\",\"detail\":\"No such type.\"}]}"));
        assertEquals(ExitCode.REFUSED, run("consult new " + file("{}")));
        assertTrue(err.toString().contains("Wrong."), err.toString());
        assertTrue(err.toString().contains("/type: No such type."));
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "403, 1", "500, 3", "503, 3"})
    void R220_an_exit_code_tells_a_refusal_from_a_failure(int answered, int code) {
        reply(ONE, Reply.problem(answered, "{\"title\":\"So it is\"}"));
        assertEquals(code, run("denials show " + ID));
        assertTrue(err.toString().contains("So it is"), err.toString());
    }

    @Test
    void R220_a_failure_of_the_service_says_what_to_ask_for_help_with() {
        reply(ONE, Reply.problem(500, "{\"title\":\"Our failure\",\"correlationId\":\"7d0e\"}"));
        assertEquals(ExitCode.UNAVAILABLE, run("denials show " + ID));
        assertTrue(err.toString().contains("7d0e"), err.toString());
    }

    @Test
    void R220_nobody_answering_is_a_failure_that_says_who() {
        server.stop(0);
        assertEquals(ExitCode.UNAVAILABLE, run("denials show " + ID));
        assertTrue(err.toString().contains(address + " does not answer"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denials show x",
                "denials show ../imports",
                "nothing",
                "denials",
                "import annotated ../x --out a",
                "consult new no-such-file",
                "consult reply " + ID + " IDENTICAL --state Estonia --if-match now",
                "denials export --format pdf",
                ""
            })
    void R220_a_wrong_command_is_refused_before_anything_is_sent(String line) {
        assertEquals(ExitCode.USAGE, run(line));
        assertFalse(askedTheService(), asked.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "COMITY_DENIALS_URL, not an address",
        "COMITY_DENIALS_URL, 127.0.0.1:8082",
        "COMITY_KEYCLOAK_URL, ftp://example.org",
        "COMITY_REALM, a/b"
    })
    void R220_a_wrong_setting_is_named_in_one_sentence(String variable, String value) {
        environment.put(variable, value);
        assertEquals(ExitCode.USAGE, run("denials show " + ID));
        assertTrue(err.toString().contains(variable), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void an_address_may_end_with_a_slash() {
        environment.put("COMITY_DENIALS_URL", address + "/");
        environment.put("COMITY_KEYCLOAK_URL", address + "//");
        assertEquals(ExitCode.DONE, run("denials list"), err.toString());
        assertEquals(1, times("GET /denials/v1/denials?limit=100"));
    }

    @Test
    void R220_a_file_that_cannot_be_read_is_a_wrong_command() throws IOException {
        assertEquals(ExitCode.USAGE, run("consult new " + folder));
        assertTrue(err.toString().contains("folder"), err.toString());
        environment.remove("COMITY_CLIENT_ID");
        Files.createDirectories(folder.resolve(".comity-cli/session"));
        assertEquals(ExitCode.USAGE, run("denials list"));
        assertTrue(err.toString().contains("session"), err.toString());
        assertFalse(askedTheService());
    }

    @Test
    void R220_every_command_explains_itself() {
        CommandLine line = new CommandLine(new Comity(new Surroundings(
                        environment, folder, new java.io.PrintWriter(out), bytes, false, new java.io.PrintWriter(err))))
                .addSubcommand(new DenialCommands(null, null))
                .addSubcommand(new ImportCommands(null, null))
                .addSubcommand(new ConsultCommands(null, null));
        List<String> commands = new ArrayList<>();
        for (CommandLine group : line.getSubcommands().values()) {
            commands.add(group.getCommandName());
            group.getSubcommands()
                    .values()
                    .forEach(command -> commands.add(group.getCommandName() + " " + command.getCommandName()));
        }
        assertTrue(commands.contains("consult extend"), commands.toString());
        for (String command : commands) {
            assertEquals(ExitCode.DONE, run(command + " --help"), command);
        }
        assertFalse(askedTheService());
    }

    @Test
    void R221_no_secret_is_shown_and_half_a_client_is_refused() {
        reply(ONE, Reply.json("{\"ref\":\"DN-NL\"}"));
        run("denials show " + ID);
        assertFalse((out.toString() + err).contains("a-secret"));
        assertFalse((out.toString() + err).contains("a-token"));
        environment.remove("COMITY_CLIENT_SECRET");
        assertEquals(ExitCode.USAGE, run("denials show " + ID));
    }

    @Test
    void R221_without_a_session_one_is_told_to_sign_in_and_a_session_is_for_its_owner() throws IOException {
        environment.remove("COMITY_CLIENT_ID");
        assertEquals(ExitCode.REFUSED, run("denials show " + ID));
        assertTrue(err.toString().contains("login"), err.toString());
        new Session(folder).keep("a-refresh-token");
        reply(TOKEN, Reply.json("{\"access_token\":\"a-token\",\"refresh_token\":\"the-next\",\"expires_in\":300}"));
        assertEquals(ExitCode.DONE, run("denials show " + ID), err.toString());
        Path kept = folder.resolve(".comity-cli/session");
        assertEquals("the-next", Files.readString(kept));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        reply("POST /realms/comity/protocol/openid-connect/logout", Reply.of(204, "", ""));
        assertEquals(ExitCode.DONE, run("logout"), err.toString());
        assertFalse(Files.exists(kept));
    }

    @Test
    void R221_a_session_is_forgotten_also_when_keycloak_is_away() {
        new Session(folder).keep("a-refresh-token");
        server.stop(0);
        assertEquals(ExitCode.UNAVAILABLE, run("logout"));
        assertTrue(err.toString().contains("Signed out here"), err.toString());
        assertTrue(new Session(folder).refreshToken().isEmpty());
    }

    @Test
    void R221_a_person_does_not_sign_in_where_a_system_is_set_up_since_commands_would_run_as_that() {
        assertEquals(ExitCode.USAGE, run("login"));
        assertTrue(err.toString().contains("COMITY_CLIENT_ID"), err.toString());
        assertTrue(asked.isEmpty());
        environment.remove("COMITY_CLIENT_ID");
        reply(
                "POST /realms/comity/protocol/openid-connect/auth/device",
                Reply.json("{\"device_code\":\"d\",\"expires_in\":5,\"interval\":0,\"user_code\":\"U\"}"));
        reply(TOKEN, Reply.json("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}"));
        assertEquals(ExitCode.DONE, run("login"), err.toString());
        assertEquals("r", new Session(folder).refreshToken().orElseThrow());
    }

    @Test
    void a_token_is_kept_for_its_life_and_no_longer() {
        reply(ONE, Reply.json("{}"));
        String step = "POST /denials/v1/consultations/" + ID + "/submit";
        reply(step, Reply.json("{}"));
        assertEquals(ExitCode.DONE, run("consult submit " + ID), err.toString());
        assertEquals(1, times(TOKEN), "for reading and for submitting");
        reply(TOKEN, Reply.json("{\"access_token\":\"a-token\",\"expires_in\":1}"));
        assertEquals(ExitCode.DONE, run("consult submit " + ID), err.toString());
        assertEquals(3, times(TOKEN), "the CLI asks for another token when the life of the last is over");
    }
}
