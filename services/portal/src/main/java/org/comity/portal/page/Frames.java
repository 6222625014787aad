package org.comity.portal.page;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.portal.PortalConfig;
import org.comity.portal.api.Reference;
import org.comity.portal.session.Person;
import org.comity.portal.session.SignedIn;
import org.jspecify.annotations.Nullable;

/** Makes the frame of the page that this request asks for. */
@RequestScoped
public class Frames {

    private final RoutingContext routing;
    private final SignedIn signedIn;
    private final Languages languages;
    private final Reference reference;
    private final Clock clock;
    private final PersonMark marks;
    private final String portal;
    private @Nullable Page opened;

    Frames(
            RoutingContext routing,
            SignedIn signedIn,
            Languages languages,
            Reference reference,
            Clock clock,
            PersonMark marks,
            PortalConfig config) {
        this.routing = routing;
        this.signedIn = signedIn;
        this.languages = languages;
        this.reference = reference;
        this.clock = clock;
        this.marks = marks;
        this.portal = config.portal().url().resolve("/").toString();
    }

    /**
     * For the person who is signed in.
     *
     * @param section where the navigation leads to the part of the portal that the page belongs to; empty for none
     */
    public Page open(String section) {
        Person person = signedIn.person();
        ZoneId zone = person.state().map(reference::zone).orElse(ZoneOffset.UTC);
        opened = page(Optional.of(person), zone, section);
        return opened;
    }

    /**
     * For the person who is signed in, where the page is for them; for others there is no such page.
     *
     * @param section where the navigation leads to the part of the portal that the page belongs to; empty for none
     * @param whom for whom it is
     */
    public Page open(String section, Predicate<Person> whom) {
        Page page = open(section);
        if (page.person().filter(whom).isEmpty()) {
            throw new NotFoundException();
        }
        return page;
    }

    /** For whoever it is. */
    public Page anonymous() {
        return page(Optional.empty(), ZoneOffset.UTC, "");
    }

    /** For a page that says that something did not work: the frame that was opened, if it came to that. */
    public Page opened() {
        return opened == null ? anonymous() : opened;
    }

    private Page page(Optional<Person> person, ZoneId zone, String section) {
        Locale locale = languages.of(routing.request());
        return new Page(
                person,
                locale,
                zone,
                LocalDate.now(clock.withZone(zone)),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                section,
                isDemo(person),
                languages.links(locale, address()),
                person.map(marks::of).orElse(""));
    }

    private static boolean isDemo(Optional<Person> person) {
        return person.map(Person::demo).orElseGet(() -> ConfigUtils.isProfileActive("demo"));
    }

    /**
     * The address at which this page can be opened again. What answers a form cannot be opened at the address that the form
     * was sent to: there it is the page that it was sent from, which the browser names.
     */
    private String address() {
        HttpServerRequest request = routing.request();
        if (request.method() != HttpMethod.POST) {
            return address(routing.normalizedPath(), request.query());
        }
        String from = Objects.requireNonNullElse(request.getHeader("Referer"), "");
        return from.startsWith(portal)
                ? "/" + from.substring(portal.length()).replaceFirst("^/+", "")
                : routing.normalizedPath();
    }

    private static String address(String path, @Nullable String query) {
        String rest = Languages.without(query);
        return rest.isEmpty() ? path : path + "?" + rest;
    }
}
