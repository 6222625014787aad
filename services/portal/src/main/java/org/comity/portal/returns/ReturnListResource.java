package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Returns;
import org.comity.portal.api.ReturnsApi;
import org.comity.portal.api.State;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Who returned what, a year at a time. */
@Path("/returns")
class ReturnListResource {

    private static final int EARLIEST_YEAR = 1996;

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReturnList(
            Page page,
            String year,
            String before,
            String beforeHref,
            String after,
            String afterHref,
            List<Half> own,
            List<Row> rows)
            implements TemplateInstance {}

    /**
     * A half-year of the person's own state.
     *
     * @param given what was given; null for none
     * @param notOver the day from which it can be given; empty when it can
     */
    public record Half(String period, String title, Returns.@Nullable Return given, String notOver) {}

    /** What one state returned, as far as it is shown. */
    public record Row(String state, Returns.@Nullable Return first, Returns.@Nullable Return second) {}

    private final Frames frames;
    private final ReturnsApi returns;
    private final Reference reference;

    ReturnListResource(Frames frames, @RestClient ReturnsApi returns, Reference reference) {
        this.frames = frames;
        this.returns = returns;
        this.reference = reference;
    }

    /** Returns are for those who read denials; for others there is no such page. */
    static Page open(Frames frames) {
        Page page = frames.open(Page.Section.DENIALS);
        if (page.person().filter(Person::readsDenials).isEmpty()) {
            throw new NotFoundException();
        }
        return page;
    }

    @GET
    @Blocking
    public TemplateInstance list(@QueryParam("year") @DefaultValue("") String wanted) {
        Page page = open(frames);
        int now = page.today().getYear();
        int year = wanted.isEmpty() ? now : year(wanted, now);
        List<Returns.Return> found = returns.ofYear(String.valueOf(year)).items();
        ReturnTexts texts = page.texts(ReturnTexts.class);
        List<Half> own = page.person().filter(Person::isOfficer).flatMap(Person::state).stream()
                .flatMap(state -> Stream.of(new HalfYear(year, 1), new HalfYear(year, 2))
                        .map(half -> new Half(
                                half.toString(),
                                half.words(texts),
                                of(found, state, half).orElse(null),
                                page.today().isBefore(half.overOn()) ? page.day(half.overOn()) : "")))
                .toList();
        return page.show(new ReturnList(
                page,
                String.valueOf(year),
                String.valueOf(year - 1),
                year > EARLIEST_YEAR ? "/returns?year=" + (year - 1) : "",
                String.valueOf(year + 1),
                year < now ? "/returns?year=" + (year + 1) : "",
                own,
                rows(found, year, page)));
    }

    private static int year(String wanted, int now) {
        if (!wanted.matches("\\d{4}") || Integer.parseInt(wanted) < EARLIEST_YEAR || Integer.parseInt(wanted) > now) {
            throw new NotFoundException();
        }
        return Integer.parseInt(wanted);
    }

    private List<Row> rows(List<Returns.Return> found, int year, Page page) {
        List<String> states = Stream.concat(
                        reference.subscribingStates().stream().map(State::iso2),
                        found.stream().map(Returns.Return::originatorState))
                .distinct()
                .toList();
        return Countries.choices(states, page.locale()).stream()
                .map(Choice::value)
                .map(state -> new Row(
                        page.country(state),
                        of(found, state, new HalfYear(year, 1)).orElse(null),
                        of(found, state, new HalfYear(year, 2)).orElse(null)))
                .toList();
    }

    private static Optional<Returns.Return> of(List<Returns.Return> found, String state, HalfYear half) {
        return found.stream()
                .filter(it -> it.originatorState().equals(state) && it.period().equals(half.toString()))
                .findFirst();
    }
}
