package org.comity.portal.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.comity.portal.api.InboxCodes.NarrowedList;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A list as its page shows it: what is narrowed, the rows, the ways on, and the words around them. */
public final class Listing {

    @CheckedTemplate(basePath = "list", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(Page page, Listing list) implements TemplateInstance {}

    /** A way to somewhere; one that leads nowhere is where one is. */
    public record Way(String text, String href) {}

    /** What stands in the place of rows. */
    public record Empty(String heading, List<String> paragraphs, List<Way> ways) {}

    /** The other parts that a page leads to. */
    public record Views(String label, List<Way> ways) {}

    /** A filter that is on; its link turns it off. */
    public record Chip(String text, String href) {}

    private final Page page;
    private final Narrowing narrowing;
    private final Table table;
    private final String next;
    private final String title;
    private String part = "";
    private String filtered = "";
    private String filterLabel = "";
    private Views views = new Views("", List.of());
    private Way button = new Way("", "");
    private Way press = new Way("", "");
    private String lead = "";
    private List<Choice> columns = List.of();
    private String filesLead = "";
    private String filesHint = "";
    private List<Way> files = List.of();
    private Empty empty = new Empty("", List.of(), List.of());
    private String problem = "";

    private Listing(Page page, String title, Narrowing narrowing, Table table, String next) {
        this.page = page;
        this.title = title;
        this.narrowing = narrowing;
        this.table = table;
        this.next = next;
    }

    /** A list of that title. */
    public static Listing of(Page page, String title, Narrowing narrowing, Found<?> found, Table table) {
        return new Listing(
                page,
                title,
                narrowing,
                table,
                found.next().isEmpty() ? "" : narrowing.next(found.next()).href());
    }

    /**
     * A list that nobody narrows.
     *
     * @param path where the list is
     * @param address the parameters of its address
     * @param service asks for the page that begins at a cursor
     */
    public static <P, T> Listing plain(
            Page page,
            String title,
            String path,
            Map<String, List<String>> address,
            Function<@Nullable String, RestResponse<P>> service,
            Function<P, List<T>> items,
            List<TableColumn<T>> columns) {
        Narrowing narrowing = Narrowing.of(path, List.of(), address);
        Found<T> found = narrowing.ask(service, items);
        return of(page, title, narrowing, found, Table.of(title, columns, found.items()));
    }

    /** The name of the part of several that is shown. */
    public Listing part(String name) {
        this.part = name;
        return this;
    }

    /** What the form of the filters is called, and how the title tells that some are on. */
    public Listing filtered(String formLabel, String inTitle) {
        this.filterLabel = formLabel;
        this.filtered = inTitle;
        return this;
    }

    /** What lies beside this list. */
    public Listing beside(Views others) {
        this.views = others;
        return this;
    }

    /** What can be done from here. */
    public Listing button(String text, String href) {
        this.button = new Way(text, href);
        return this;
    }

    /** What is done here with one press. */
    public Listing press(String text, String href) {
        this.press = new Way(text, href);
        return this;
    }

    /** What the list is about. */
    public Listing lead(String text) {
        this.lead = text;
        return this;
    }

    /** The columns that there are to choose from. */
    public Listing columns(List<? extends TableColumn<?>> all) {
        this.columns = all.stream()
                .filter(it -> !it.name().isEmpty())
                .map(TableColumn::choice)
                .toList();
        return this;
    }

    /** The same rows as files. */
    public Listing files(String before, String after, Way... ways) {
        this.filesLead = before;
        this.filesHint = after;
        this.files = List.of(ways);
        return this;
    }

    /** What stands in the place of rows. */
    public Listing empty(String heading, List<String> paragraphs, List<Way> ways) {
        this.empty = new Empty(heading, paragraphs, ways);
        return this;
    }

    /** What did not work. */
    public Listing problem(String text) {
        this.problem = text;
        return this;
    }

    /** The page. */
    public TemplateInstance show() {
        return page.show(new ListPage(page, this));
    }

    // What the template asks for

    /** Whether the page says that something is wrong. */
    public boolean isFaulty() {
        return narrowing.form().isFaulty() || !problem.isEmpty();
    }

    /** A chip for each filter that is on. */
    public List<Chip> chips() {
        return narrowing.filters().stream()
                .filter(it -> narrowing.value(it.name()) != null)
                .map(it -> new Chip(
                        it.label() + page.colon() + " " + it.shown().apply(narrowing.value(it.name())),
                        narrowing.without(it.name()).href()))
                .toList();
    }

    /** The address at which this list is saved as it is narrowed; empty where it shows all, or is not narrowed by people. */
    public String saves() {
        String query = narrowing.begun().query();
        return saved().isEmpty() || query.isEmpty()
                ? ""
                : "/views/new?list=" + Narrowing.encoded(narrowing.path()) + "&query=" + Narrowing.encoded(query);
    }

    /** The address of what was saved; empty where nothing can be. */
    public String saved() {
        boolean known = Arrays.stream(NarrowedList.values())
                .anyMatch(it -> narrowing.path().equals("/" + it.name().toLowerCase(Locale.ROOT)));
        return !known || page.person().filter(Person::readsDenials).isEmpty() ? "" : "/views";
    }

    /** The page before; empty on the first one. */
    public String previous() {
        return narrowing.previous().map(Narrowing::href).orElse("");
    }

    /** The same list with the usual columns. */
    public String usual() {
        return narrowing.usual().begun().href();
    }

    public String next() {
        return next;
    }

    public Narrowing narrowing() {
        return narrowing;
    }

    public Table table() {
        return table;
    }

    public String title() {
        return title;
    }

    public String part() {
        return part;
    }

    public String filtered() {
        return filtered;
    }

    public String filterLabel() {
        return filterLabel;
    }

    public Views views() {
        return views;
    }

    public Way button() {
        return button;
    }

    public Way press() {
        return press;
    }

    public String lead() {
        return lead;
    }

    public List<Choice> columns() {
        return columns;
    }

    public String filesLead() {
        return filesLead;
    }

    public String filesHint() {
        return filesHint;
    }

    public List<Way> files() {
        return files;
    }

    public Empty empty() {
        return empty;
    }

    public String problem() {
        return problem;
    }
}
