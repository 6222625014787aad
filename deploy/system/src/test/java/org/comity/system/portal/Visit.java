package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person at one browser. Each page that is looked at must be clean for axe, fit a screen of 320 pixels without
 * scrolling sideways, name the person's state in its title, and ask for nothing that the page's policy forbids.
 */
final class Visit implements AutoCloseable {

    private static final Path SCREENS = Path.of(System.getProperty("comity.root"), "deploy/system/target/portal");
    private static final int WIDE = 1200;
    private static final int TALL = 900;
    private static final int NARROW = 320;

    private final String portal;
    private final BrowserContext browser;
    private final boolean script;
    private final List<String> forbidden = new ArrayList<>();
    private int loads;
    private Page page;

    Visit(PortalSystem.Running running) {
        this(running, true);
    }

    /** With or without JavaScript; axe, which is JavaScript, looks only where it may run. */
    Visit(PortalSystem.Running running, boolean script) {
        this.portal = running.portal();
        this.script = script;
        this.browser = running.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, TALL)
                        .setLocale("en-GB")
                        .setJavaScriptEnabled(script));
        browser.setDefaultTimeout(30_000);
        browser.onConsoleMessage(message -> {
            // axe's own script is let in by the debugger; what a page itself asks for is not
            if (message.text().contains("Content Security Policy")) {
                forbidden.add(message.text());
            }
        });
        browser.onPage(opened -> opened.onLoad(loaded -> loads++));
        this.page = browser.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext browser() {
        return browser;
    }

    /** Goes on in another tab. */
    Page tab() {
        page = browser.newPage();
        return page;
    }

    void in(Page tab) {
        page = tab;
    }

    Visit go(String path) {
        page.navigate(portal + path);
        return this;
    }

    /** Signs in where the portal asks for it, and is led back to the page asked for. */
    Visit signIn(String user) {
        if (page.locator("#password").count() == 0) {
            page.locator("#username").fill(user);
            page.locator("#kc-login").click();
            page.locator("#password").waitFor();
        }
        page.locator("#password").fill("comity-demo");
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(portal));
        return this;
    }

    String path() {
        return page.url().substring(portal.length());
    }

    boolean isAtKeycloak() {
        return !page.url().startsWith(portal);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator choice(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    Visit type(String field, String text) {
        page.locator("[id='" + field + "']").fill(text);
        return this;
    }

    Visit choose(String field, String value) {
        page.locator("[id='" + field + "']").selectOption(value);
        return this;
    }

    /** Types a day into the three fields of a date. */
    Visit typeDay(String field, java.time.LocalDate day) {
        return type(field + "-day", String.valueOf(day.getDayOfMonth()))
                .type(field + "-month", String.valueOf(day.getMonthValue()))
                .type(field + "-year", String.valueOf(day.getYear()));
    }

    Visit press(String button) {
        return follow(button(button));
    }

    /** Follows the first link of this name, whether or not it looks like a button. */
    Visit follow(String name) {
        return follow(link(name).or(button(name)).first());
    }

    /** Opens the first record of a list. */
    Visit openFirst() {
        return follow(page.locator("[data-row] a").first());
    }

    /** Leaves the page by a link or a button; what comes next is loaded when this returns. */
    Visit follow(Locator away) {
        int before = loads;
        away.click();
        page.waitForCondition(() -> loads > before);
        return this;
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    String text() {
        return page.locator("main").innerText();
    }

    String errors() {
        return page.locator(".govuk-error-summary").innerText();
    }

    boolean says(String text) {
        return text().contains(text);
    }

    /** Looks at the page: takes its picture, and holds it to what every page must keep. */
    Visit look(String name) {
        return look(name, "en");
    }

    /** Looks at the page in another language. */
    Visit look(String name, String language) {
        page.waitForLoadState();
        picture(name);
        page.setViewportSize(NARROW, TALL);
        picture(name + "-narrow");
        if (script) {
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            int visible = ((Number) page.evaluate("document.documentElement.clientWidth")).intValue();
            assertTrue(wide <= visible, name + " scrolls sideways at 320 pixels: " + wide);
            clean(name + ", narrow");
        }
        page.setViewportSize(WIDE, TALL);
        if (script) {
            clean(name);
        }
        assertEquals(List.of(), forbidden, name + " asks for what its policy forbids");
        assertEquals(language, page.locator("html").getAttribute("lang"));
        assertTrue(page.title().endsWith("Comity"), page.title());
        return this;
    }

    private void clean(String name) {
        assertEquals(List.of(), Axe.violations(page), name);
    }

    /** A picture of the whole page, where pictures are wanted: together they take longer than the pages themselves. */
    private void picture(String name) {
        if (!Boolean.getBoolean("comity.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
    }
}
