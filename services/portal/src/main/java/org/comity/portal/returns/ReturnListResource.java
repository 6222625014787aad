package org.comity.portal.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.comity.portal.api.Services;
import org.comity.portal.api.State;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;
import org.jspecify.annotations.Nullable;

/** Who returned what, a year at a time. */
@Path("/returns")
class ReturnListResource {

    private static final int EARLIEST_YEAR = 1996;

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReturnList(
            Page page,
            Listing.Views views,
            String year,
            Listing.Way before,
            Listing.Way after,
            List<Half> own,
            Table table)
            implements TemplateInstance {}

    /**
     * A half-year of the person's own state.
     *
     * @param given what was given; null for none
     * @param notOver the day from which it can be given; empty when it can
     */
    public record Half(String period, String title, Returns.@Nullable Return given, String notOver) {}

    private final Records<Returns.Return> returns;
    private final Services services;
    private final Reference reference;

    ReturnListResource(Records<Returns.Return> returns, Services services, Reference reference) {
        this.returns = returns;
        this.services = services;
        this.reference = reference;
    }

    @GET
    public TemplateInstance list(@QueryParam("year") @DefaultValue("") String wanted) {
        Page page = returns.open();
        int now = page.today().getYear();
        int year = wanted.isEmpty() ? now : year(wanted, now);
        List<Returns.Return> found = services.at("/denials/v1/returns")
                .with("year", String.valueOf(year))
                .read(Returns.OfYear.class)
                .items();
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
                DenialViews.beside(DenialViews.RETURNS, page),
                String.valueOf(year),
                year(year - 1, year > EARLIEST_YEAR),
                year(year + 1, year < now),
                own,
                table(found, year, page)));
    }

    private static Listing.Way year(int year, boolean shown) {
        return new Listing.Way(String.valueOf(year), shown ? "/returns?year=" + year : "");
    }

    private static int year(String wanted, int now) {
        if (!wanted.matches("\\d{4}") || Integer.parseInt(wanted) < EARLIEST_YEAR || Integer.parseInt(wanted) > now) {
            throw new NotFoundException();
        }
        return Integer.parseInt(wanted);
    }

    /** What each state returned, as far as it is shown. */
    private Table table(List<Returns.Return> found, int year, Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        List<String> states = Stream.concat(
                        reference.subscribingStates().stream().map(State::iso2),
                        found.stream().map(Returns.Return::originatorState))
                .distinct()
                .toList();
        List<TableColumn<Choice>> columns = List.of(
                TableColumn.heading(texts.state(), row -> Value.of(row.text())),
                TableColumn.of(texts.firstShort(), row -> cell(row, found, new HalfYear(year, 1), texts)),
                TableColumn.of(texts.secondShort(), row -> cell(row, found, new HalfYear(year, 2), texts)));
        return Table.of(texts.caption(String.valueOf(year)), columns, Countries.choices(states, page.locale()))
                .withCaptionShown();
    }

    private static Value cell(Choice state, List<Returns.Return> found, HalfYear half, ReturnTexts texts) {
        return of(found, state.value(), half)
                .map(it -> Value.empty()
                        .link(what(it, texts), "/returns/" + it.id())
                        .hidden("(" + state.text() + ", " + half.words(texts) + ")")
                        .and(
                                it.status() == Returns.Status.RELEASED
                                        ? Value.empty()
                                        : Value.empty().tag(texts.status(it.status()), Colours.colour(it.status()))))
                .orElseGet(() -> Value.empty().quiet(texts.none()));
    }

    private static String what(Returns.Return one, ReturnTexts texts) {
        return one.kind() == Returns.Kind.NIL
                ? texts.nil()
                : texts.aggregate(one.lines().size());
    }

    private static Optional<Returns.Return> of(List<Returns.Return> found, String state, HalfYear half) {
        return found.stream()
                .filter(it -> it.originatorState().equals(state) && it.period().equals(half.toString()))
                .findFirst();
    }
}
