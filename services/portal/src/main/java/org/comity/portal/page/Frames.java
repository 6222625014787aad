package org.comity.portal.page;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private @Nullable Page opened;

    Frames(RoutingContext routing, SignedIn signedIn, Languages languages, Reference reference, Clock clock) {
        this.routing = routing;
        this.signedIn = signedIn;
        this.languages = languages;
        this.reference = reference;
        this.clock = clock;
    }

    /** For the person who is signed in. */
    public Page open(Page.Section section) {
        Person person = signedIn.person();
        ZoneId zone = person.state().map(reference::zone).orElse(ZoneOffset.UTC);
        opened = page(Optional.of(person), zone, section);
        return opened;
    }

    /** For whoever it is. */
    public Page anonymous() {
        return page(Optional.empty(), ZoneOffset.UTC, Page.Section.NONE);
    }

    /** For a page that says that something did not work: the frame that was opened, if it came to that. */
    public Page opened() {
        return opened == null ? anonymous() : opened;
    }

    private Page page(Optional<Person> person, ZoneId zone, Page.Section section) {
        return new Page(
                person,
                locale(),
                zone,
                LocalDate.now(clock.withZone(zone)),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                section,
                isDemo(person));
    }

    private static boolean isDemo(Optional<Person> person) {
        return person.map(Person::demo).orElseGet(() -> ConfigUtils.isProfileActive("demo"));
    }

    private Locale locale() {
        return languages.choose(wanted(routing.request().getHeader("Accept-Language")));
    }

    /** The languages of an {@code Accept-Language}, best first; none where it cannot be read. */
    static List<Locale> wanted(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(it -> Locale.forLanguageTag(it.getRange()))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
