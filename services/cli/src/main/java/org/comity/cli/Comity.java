package org.comity.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Comity: {@code docs/cli.md}. */
@Command(
        name = "comity-cli",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Denials and consultations from a command line or a script.",
        footer = {
            "",
            "A state's own system sets COMITY_CLIENT_ID and COMITY_CLIENT_SECRET; a person runs login.",
            "COMITY_DENIALS_URL and COMITY_KEYCLOAK_URL say where Comity is, if not on this machine.",
            "It ends with 0 when it is done, 1 when it is refused, 2 when the command is wrong, 3 when nobody answers."
        })
public final class Comity {

    private final Surroundings around;
    private final Denials denials;

    Comity(Surroundings around) {
        this.around = around;
        this.denials = new Denials(around);
    }

    /** Runs a command of this process. */
    public static void main(String[] arguments) {
        System.exit(new Comity(Surroundings.ofProcess()).run(arguments));
    }

    /** Runs a command, and gives its exit code. */
    int run(String... arguments) {
        CommandLine line = new CommandLine(this)
                .addSubcommand(new DenialCommands(around, denials))
                .addSubcommand(new ImportCommands(around, denials))
                .addSubcommand(new ConsultCommands(around, denials))
                .setOut(around.out())
                .setErr(around.err())
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    Failure failure = thrown instanceof Failure told ? told : Failure.ofOurs(thrown);
                    around.err().println(failure.message());
                    return failure.exitCode();
                });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 0) {
            line.usage(around.err());
            return ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    @Command(
            name = "login",
            mixinStandardHelpOptions = true,
            description = "Signs you in: confirm a code in a browser.")
    int login() {
        denials.signIn().login();
        return ExitCode.DONE;
    }

    @Command(name = "logout", mixinStandardHelpOptions = true, description = "Ends your session.")
    int logout() {
        denials.signIn().logout();
        return ExitCode.DONE;
    }
}
