package org.comity.portal.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.portal.api.Links;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list says: which list it is, what it is narrowed to, what it shows, and which of its pages.
 *
 * @param leading parameters that come first, such as the view of a list that has several
 * @param said the filters that are on
 * @param columns the columns that were chosen, by name; none for the usual ones
 * @param cursor of this page; empty on the first one
 * @param form the fields of the filters, as they were typed, with what is wrong with them
 */
public record Narrowing(
        String path,
        Map<String, String> leading,
        List<Filter> filters,
        Map<String, String> said,
        List<String> columns,
        String cursor,
        Trail trail,
        Form form) {

    private static final String CURSOR = "cursor";
    private static final String TRAIL = "trail";
    private static final String COLUMNS = "columns";

    /** The list at that path, as the parameters of an address say. */
    public static Narrowing of(String path, List<Filter> filters, Map<String, List<String>> address) {
        Map<String, String> said = new LinkedHashMap<>();
        Form form = Form.blank();
        for (Filter filter : filters) {
            String value = filter.read().apply(first(address, filter.name()));
            form.put(filter.name(), value);
            if (!value.isEmpty()) {
                said.put(filter.name(), value);
            }
        }
        Trail trail = new Trail(address.getOrDefault(TRAIL, List.of()));
        return new Narrowing(path, Map.of(), filters, said, List.of(), first(address, CURSOR), trail, form);
    }

    /** A list that nothing narrows, on a page with a form of its own. */
    public static Narrowing none(String path, Form form) {
        return new Narrowing(path, Map.of(), List.of(), Map.of(), List.of(), "", Trail.NONE, form);
    }

    private static String first(Map<String, List<String>> address, String name) {
        return address.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** The same list with a parameter that says which it is; an empty value says nothing. */
    public Narrowing leading(String name, String value) {
        Map<String, String> more = value.isEmpty() ? Map.of() : Map.of(name, value);
        return new Narrowing(path, more, filters, said, columns, cursor, trail, form);
    }

    /**
     * The same list with the columns that the address names, in the order of all there are.
     *
     * @param usual the names of those that are shown where none is named; they need no saying
     */
    public Narrowing choosing(
            List<? extends TableColumn<?>> all, List<String> usual, Map<String, List<String>> address) {
        List<String> named = address.getOrDefault(COLUMNS, List.of());
        List<String> chosen = all.stream()
                .map(TableColumn::name)
                .filter(it -> !it.isEmpty() && named.contains(it))
                .toList();
        form.put(COLUMNS, chosen.isEmpty() ? usual : chosen);
        return showing(chosen.equals(usual) ? List.of() : chosen);
    }

    /** The same list with its usual columns. */
    public Narrowing usual() {
        return showing(List.of());
    }

    private Narrowing showing(List<String> names) {
        return new Narrowing(path, leading, filters, said, names, cursor, trail, form);
    }

    /** Puts a fault at a day that is none, and at the last day where it lies before the first. */
    public Narrowing days(String from, String to, String wrongDay, String toBeforeFrom) {
        Days.check(form, from, to, wrongDay, toBeforeFrom);
        return this;
    }

    /** The value of a filter; null where it is not on. */
    public @Nullable String value(String name) {
        return said.get(name);
    }

    /** Whether anything is narrowed. */
    public boolean isActive() {
        return !said.isEmpty();
    }

    /** What there is to suggest in a field. */
    public List<Choice> suggestions() {
        return filters.stream()
                .filter(it -> it.kind() == Filter.Kind.SUGGESTED)
                .flatMap(it -> it.choices().stream())
                .toList();
    }

    /** Whether there is a field to type in or to choose from. */
    public boolean isTyped() {
        return filters.stream().anyMatch(it -> it.kind() != Filter.Kind.LINKED);
    }

    private Narrowing with(Map<String, String> others, String place, Trail way) {
        return new Narrowing(path, leading, filters, others, columns, place, way, form);
    }

    /** The first page of the list without that filter. */
    public Narrowing without(String name) {
        Map<String, String> others = new LinkedHashMap<>(said);
        others.remove(name);
        return with(others, "", Trail.NONE);
    }

    /** The first page of the list with all that may be seen. */
    public Narrowing cleared() {
        return with(Map.of(), "", Trail.NONE);
    }

    /** The first page of the list as it is narrowed. */
    public Narrowing begun() {
        return with(said, "", Trail.NONE);
    }

    /** The page before this one; nothing before the first. */
    Optional<Narrowing> previous() {
        return cursor.isEmpty() ? Optional.empty() : Optional.of(with(said, trail.last(), trail.before()));
    }

    /** The page after this one, where it begins at that cursor. */
    Narrowing next(String at) {
        return with(said, at, trail.after(cursor));
    }

    /** The address. */
    public String href() {
        return href(path);
    }

    /** The address of something else that is narrowed in the same way. */
    public String href(String other) {
        String query = query();
        return query.isEmpty() ? other : other + "?" + query;
    }

    /** The address of the first page, where it tells that something did not work. */
    public String telling(String what) {
        String address = begun().href();
        return address + (address.contains("?") ? "&" : "?") + pair("told", what);
    }

    /** What stands in the address after the question mark. */
    public String query() {
        Stream<String> place = cursor.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(pair(CURSOR, cursor)),
                        trail.cursors().stream().map(it -> pair(TRAIL, it)));
        return Stream.of(pairs(leading), pairs(said), columns.stream().map(it -> pair(COLUMNS, it)), place)
                .flatMap(Function.identity())
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> pairs(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(it -> pair(it.getKey(), it.getValue()));
    }

    private static String pair(String name, String value) {
        return name + "=" + encoded(value);
    }

    /** As a value of an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * Asks a service for this page. What the service finds wrong with a filter is said at its field, and then there are no
     * rows; nor are there where the form has a fault already.
     *
     * @throws Refusal where no filter is at fault
     */
    public <P, T> Found<T> ask(Function<@Nullable String, RestResponse<P>> service, Function<P, List<T>> items) {
        if (form.isFaulty()) {
            return Found.none();
        }
        try {
            RestResponse<P> answer = service.apply(cursor.isEmpty() ? null : cursor);
            return new Found<>(items.apply(answer.getEntity()), next(answer).orElse(""));
        } catch (Refusal refusal) {
            if (refusal.status() == 400) {
                refusal.problem().errors().stream()
                        .filter(it ->
                                filters.stream().anyMatch(one -> one.name().equals(it.pointer())))
                        .forEach(it -> form.refused(it.pointer(), it.detail()));
            }
            if (!form.isFaulty()) {
                throw refusal;
            }
            return Found.none();
        }
    }

    /** Asks for the rows of all pages; nothing where there are more than that. */
    public static <P, T> Optional<List<T>> all(
            Function<@Nullable String, RestResponse<P>> service, Function<P, List<T>> items, int most) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            RestResponse<P> answer = service.apply(cursor);
            all.addAll(items.apply(answer.getEntity()));
            cursor = next(answer).orElse(null);
        } while (cursor != null && all.size() <= most);
        return all.size() > most ? Optional.empty() : Optional.of(all);
    }

    private static Optional<String> next(RestResponse<?> answer) {
        return Links.cursor(answer.getHeaderString("Link"), "next");
    }
}
