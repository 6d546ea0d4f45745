package io.opintosandbox;

import io.opintosandbox.config.BadSetting;
import io.opintosandbox.config.Environment;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.config.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line: starts a server, or waits for one. Flags beat the environment, which beats defaults. */
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    private static final String REHEARSE = "rehearse";
    private static final String LOGGING = "logback.configurationFile";

    private Main() {}

    public static void main(String[] args) {
        var startedAt = System.nanoTime();
        // Not a logback.xml at the root, which would take over the logging of whoever embeds the server.
        System.setProperty(LOGGING, System.getProperty(LOGGING, "io/opintosandbox/logback.xml"));
        var environment = Environment.of(System.getenv());
        var commandLine = new CommandLine(command());
        commandLine.setParameterExceptionHandler(Main::refuse);
        commandLine.setExecutionStrategy(parsed -> {
            if (CommandLine.printHelpIfRequested(parsed)) {
                return 0;
            }
            try {
                var settings = settings(parsed, environment);
                if (!parsed.hasSubcommand()) {
                    return serve(settings, environment, startedAt);
                }
                var subcommand = parsed.subcommand();
                return subcommand.commandSpec().name().equals(REHEARSE)
                        ? Rehearsal.run()
                        : Health.check(settings, wait(subcommand), System.out);
            } catch (BadSetting e) {
                commandLine.getErr().println(e.getMessage());
                return BAD_USAGE;
            }
        });
        System.exit(commandLine.execute(args));
    }

    /** The command line's own description, made from the table of settings. */
    static CommandSpec command() {
        var spec = CommandSpec.create()
                .name("opinto-sandbox")
                .mixinStandardHelpOptions(true)
                .version(Version.TEXT);
        spec.usageMessage()
                .description("A sandbox of the Opintopolku test environment: synthetic people only, test data only.")
                .footer("Each option can also be set in the environment, for example " + Setting.OID_NODE.variable()
                        + ".");
        for (var setting : Setting.values()) {
            spec.addOption(option(setting));
        }
        return spec.addSubcommand("health", health()).addSubcommand(REHEARSE, rehearse());
    }

    /** For the build, not for people. */
    private static CommandSpec rehearse() {
        var spec = CommandSpec.create();
        spec.usageMessage().hidden(true);
        return spec;
    }

    private static OptionSpec option(Setting setting) {
        // "--insecure-control" alone means true
        var alone = switch (setting) {
            case INSECURE_CONTROL -> "true";
            case STRICT -> "enforce";
            default -> null;
        };
        return OptionSpec.builder(setting.flag())
                .paramLabel(setting.placeholder())
                .type(String.class)
                .arity(alone == null ? "1" : "0..1")
                .fallbackValue(alone == null ? OptionSpec.DEFAULT_FALLBACK_VALUE : alone)
                .scopeType(CommandLine.ScopeType.INHERIT)
                .description(setting.help()
                        + setting.fallback()
                                .filter(text -> !text.isEmpty())
                                .map(text -> " (" + text + ")")
                                .orElse(""))
                .build();
    }

    private static CommandSpec health() {
        var spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Tells by its exit code whether a server answers on the host and port.");
        spec.addOption(OptionSpec.builder("--wait")
                .paramLabel("SECONDS")
                .type(Integer.class)
                .arity("0..1")
                .fallbackValue("30")
                .description("waits until it does, at most so long (30)")
                .build());
        return spec;
    }

    private static int wait(ParseResult health) {
        return health.matchedOptionValue("--wait", 0);
    }

    private static Settings settings(ParseResult parsed, Environment environment) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        given.putAll(environment.values());
        // Flags may stand before the subcommand or after it.
        for (var level = parsed; level != null; level = level.subcommand()) {
            for (var setting : Setting.values()) {
                if (level.hasMatchedOption(setting.flag())) {
                    given.put(setting, level.matchedOptionValue(setting.flag(), ""));
                }
            }
        }
        return Settings.of(given);
    }

    private static int serve(Settings settings, Environment environment, long startedAt) {
        environment.warnings().forEach(warning -> System.err.println("warning: " + warning));
        var sandbox = OpintoSandbox.start(settings);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            sandbox.close();
                            stopped.countDown();
                        },
                        "sandbox-shutdown"));
        Banner.print(sandbox, settings, startedAt, console());
        try {
            stopped.await();
            return 0;
        } catch (InterruptedException e) {
            return FAILED;
        }
    }

    /** Standard output for names with letters that a console without a locale (containers, CI) would lose. */
    private static PrintStream console() {
        return Charset.defaultCharset().newEncoder().canEncode('ö')
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    private static int refuse(CommandLine.ParameterException e, String[] args) {
        var command = e.getCommandLine();
        var hint = e instanceof CommandLine.UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? " Did you mean " + unmatched.getSuggestions().get(0) + "?"
                : " See --help.";
        var message = e.getMessage().lines().findFirst().orElse("The command line cannot be read");
        command.getErr().println(message + (message.endsWith(".") ? "" : ".") + hint);
        return BAD_USAGE;
    }
}
