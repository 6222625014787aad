package org.comity.portal.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.portal.api.Steps;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A step of a record, described once: its verb, who is offered it, what its page asks, what it sends.
 *
 * @param <R> the record
 */
public final class Step<R> {

    private final String verb;
    private final BiPredicate<R, Page> offered;
    private @Nullable Asks<R> asks;
    private BiFunction<R, Page, Form> begins = (one, page) -> Form.blank();
    private Prepares<R> prepares = (one, form, page) -> () -> {
        throw new IllegalStateException("a step that sends nothing");
    };
    private BiFunction<R, Page, List<Field>> typed = (one, page) -> List.of();
    private Done<R> done = (before, answer, form) -> "";
    private Looks<R> looks = (now, form, page) -> Optional.empty();
    private final Map<String, Explained> explained = new LinkedHashMap<>();
    private @Nullable BiFunction<R, Page, Function<String, Optional<Place>>> places;
    private String usedUp = "";

    private Step(String verb, BiPredicate<R, Page> offered) {
        this.verb = verb;
        this.offered = offered;
    }

    /** What its page asks of that record; the form is what was typed so far. */
    public interface Asks<R> {
        Asked of(R one, Form form, Page page);
    }

    /** Makes the body out of what was typed; what cannot be read is a fault of the form. */
    public interface BodyOf<R, B> {
        B of(R one, Form form, Page page);
    }

    /** Sends a body, with the version that the person has read, or with the key of a step that carries one. */
    public interface Sends<B> {
        RestResponse<?> send(String version, B body);
    }

    /** Reads the form, and is then ready to send. */
    private interface Prepares<R> {
        Supplier<RestResponse<?>> of(R one, Form form, Page page);
    }

    /** What the record's page is told when it is done, or the address of another page. */
    public interface Done<R> {
        String of(R before, RestResponse<?> answer, Form form);
    }

    /** Whether the person should look once more before it takes effect; then what the page says. */
    public interface Looks<R> {
        Optional<Asked> again(R now, Form form, Page page);
    }

    /** A refusal in words of the page, at a field; at none where that is empty, in the words of the service where null. */
    record Explained(String field, @Nullable Function<Page, String> text) {}

    /** Where a fault is told that belongs to no field: under that label, with a way to where it is mended. */
    public record Place(String href, String label) {}

    /** A step that is at the address of the verb. */
    public static <R> Step<R> of(String verb, BiPredicate<R, Page> offered) {
        return new Step<>(verb, offered);
    }

    /** Has a page of its own. */
    public Step<R> asks(Asks<R> page) {
        this.asks = page;
        return this;
    }

    /** Begins with what the record says. */
    public Step<R> begins(BiFunction<R, Page, Form> form) {
        this.begins = form;
        return this;
    }

    /** Asks for that on the record's own page. */
    public Step<R> typed(BiFunction<R, Page, List<Field>> fields) {
        this.typed = fields;
        return this;
    }

    /** Sends a body. */
    public <B> Step<R> sends(BodyOf<R, B> body, Sends<B> call) {
        this.prepares = (one, form, page) -> {
            B read = body.of(one, form, page);
            return () -> call.send(usedUp.isEmpty() ? form.value("etag") : form.key(), read);
        };
        return this;
    }

    /** Sends nothing but that it is so. */
    public Step<R> sends(Sends<Steps.Empty> call) {
        return sends((one, form, page) -> new Steps.Empty(), call);
    }

    /** Tells the record's page that. */
    public Step<R> done(String word) {
        return done((before, answer, form) -> word);
    }

    /** Tells the record's page that, or goes on to an address. */
    public Step<R> done(Done<R> goesOn) {
        this.done = goesOn;
        return this;
    }

    /** Comes once more before it takes effect, where there is something to look at. */
    public Step<R> looksAgain(Looks<R> when) {
        this.looks = when;
        return this;
    }

    /** Tells that refusal of the service at a field. */
    public Step<R> explains(String slug, String field) {
        explained.put(slug, new Explained(field, null));
        return this;
    }

    /** Tells that refusal of the service in words of the page. */
    public Step<R> explains(String slug, Function<Page, String> text) {
        explained.put(slug, new Explained("", text));
        return this;
    }

    /** Says where faults belong that no field has. */
    public Step<R> places(BiFunction<R, Page, Function<String, Optional<Place>>> where) {
        this.places = where;
        return this;
    }

    /** Carries a key; where it was used before, that list is the place to look. */
    public Step<R> keyed(String list) {
        this.usedUp = list;
        return this;
    }

    public String verb() {
        return verb;
    }

    boolean isOffered(R one, Page page) {
        return offered.test(one, page);
    }

    Optional<Asks<R>> asks() {
        return Optional.ofNullable(asks);
    }

    Form begin(R one, Page page) {
        return begins.apply(one, page);
    }

    Supplier<RestResponse<?>> prepare(R one, Form form, Page page) {
        return prepares.of(one, form, page);
    }

    String goesOn(R before, RestResponse<?> answer, Form form) {
        return done.of(before, answer, form);
    }

    Optional<Asked> looksAgain(R now, Form form, Page page) {
        return looks.again(now, form, page);
    }

    Optional<Explained> explained(String slug) {
        return Optional.ofNullable(explained.get(slug));
    }

    Function<String, Optional<Place>> places(R one, Page page) {
        return places == null ? pointer -> Optional.empty() : places.apply(one, page);
    }

    String usedUp() {
        return usedUp;
    }

    List<Field> fields(R one, Form form, Page page) {
        return asks == null ? typed.apply(one, page) : asks.of(one, form, page).fields();
    }
}
