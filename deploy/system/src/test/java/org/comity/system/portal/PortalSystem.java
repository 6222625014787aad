package org.comity.system.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.local.LaunchedComity;
import org.comity.system.SharedComity;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The running Comity and a browser, once for all journeys. Without a Chromium on the PATH the journeys are skipped, and say
 * so; where {@code COMITY_BROWSER_REQUIRED=true} they fail.
 */
final class PortalSystem implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

    /** The first is the same browser without the parts that draw a window, which cost half of its time. */
    private static final List<String> BROWSERS =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final String MISSING =
            "The journeys need a Chromium on the PATH (Debian: apt install chromium) and found none.";

    /** What runs. */
    record Running(LaunchedComity comity, Playwright playwright, Browser browser) implements AutoCloseable {

        String portal() {
            return comity.url("portal");
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent() || isRequired()) {
            return ConditionEvaluationResult.enabled("");
        }
        // Maven does not show why a class was skipped
        System.out.println(context.getDisplayName() + " is skipped. " + MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        Path chromium = chromium().orElseThrow(() -> new AssertionError(MISSING));
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PortalSystem.class))
                .computeIfAbsent(Running.class, type -> start(chromium), Running.class);
    }

    private static Running start(Path chromium) {
        LaunchedComity comity = SharedComity.get();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        return new Running(comity, playwright, browser);
    }

    private static Optional<Path> chromium() {
        return BROWSERS.stream().flatMap(PortalSystem::onPath).findFirst();
    }

    private static boolean isRequired() {
        return "true".equals(System.getenv("COMITY_BROWSER_REQUIRED"));
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }
}
