package org.comity.portal.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.portal.api.Call;
import org.comity.portal.api.HasSteps;
import org.comity.portal.api.Steps;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A step of a record, described once: its verb, who is offered it, what its page asks, what it sends. A step is sent to the
 * address of its record in the service, followed by its verb.
 *
 * @param <R> the record
 */
public final class Step<R> {

    private final String verb;
    private final String listed;
    private final BiPredicate<R, Page> offered;
    private @Nullable Asks<R> asks;
    private BiFunction<R, Page, Form> begins = (one, page) -> Form.blank();
    private BodyOf<R> body = (one, form, page) -> new Steps.Empty();
    private Function<R, String> part;
    private boolean replaces;
    private BiFunction<R, Page, List<Field>> typed = (one, page) -> List.of();
    private Done<R> done = (before, answer, form) -> "";
    private @Nullable Shows<R> shows;
    private final Map<String, BiFunction<R, Page, String>> said = new LinkedHashMap<>();
    private Offer.@Nullable Look look;
    private BiFunction<R, Page, String> label = (one, page) -> "";
    private Looks<R> looks = (now, form, page) -> Optional.empty();
    private final Map<String, Explained> explained = new LinkedHashMap<>();
    private @Nullable BiFunction<R, Page, Function<String, Optional<Place>>> places;
    private @Nullable Function<R, String> usedUp;

    private Step(String verb, String listed, BiPredicate<R, Page> offered) {
        this.verb = verb;
        this.listed = listed;
        this.offered = offered;
        this.part = one -> "/" + verb;
    }

    /** What the page of the step asks of that record; the form is what was typed so far. */
    public interface Asks<R> {
        Asked of(R one, Form form, Page page);
    }

    /** Makes the body out of what was typed; what cannot be read is a fault of the form. */
    public interface BodyOf<R> {
        Object of(R one, Form form, Page page);
    }

    /** The word that the record's page is told when the step is taken, or the address of another page. */
    public interface Done<R> {
        String of(R before, RestResponse<JsonNode> answer, Form form);
    }

    /** The page that shows what a service said once, and says to nobody again: a secret, or the address that holds one. */
    public interface Shows<R> {
        TemplateInstance of(R before, JsonNode answer, Page page);
    }

    /** Whether the person should look once more before the step takes effect; then what the page says. */
    public interface Looks<R> {
        Optional<Asked> again(R now, Form form, Page page);
    }

    /** A refusal in words of the page, at a field; at none where that is empty, in the words of the service where null. */
    record Explained(String field, @Nullable Function<Page, String> text) {}

    /** Where a fault is told that belongs to no field: under that label, with a way to where it is mended. */
    public record Place(String href, String label) {}

    /** A step that is offered where that is so. */
    public static <R> Step<R> of(String verb, BiPredicate<R, Page> offered) {
        return new Step<>(verb, verb, offered);
    }

    /** A step that is offered where the view of the record lists its verb. */
    public static <R extends HasSteps> Step<R> of(String verb) {
        return of(verb, verb);
    }

    /** An approver sends back what waits, with a reason. */
    public static <R extends HasSteps> Step<R> ofReturn(Function<Page, ReturnWords> words) {
        return Step.<R>of("return")
                .asks((one, form, page) -> {
                    ReturnWords said = words.apply(page);
                    return Asked.of(said.title(), said.send())
                            .text(said.intro())
                            .field(Field.area("reason", said.ask(), 5).most(2000));
                })
                .sends((one, form, page) -> new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")));
    }

    /** The words of a page on which an approver sends back what waits. */
    public record ReturnWords(String title, String intro, String ask, String send) {}

    /** A step that is offered where the view of the record lists that verb. */
    public static <R extends HasSteps> Step<R> of(String verb, String listed) {
        return new Step<>(verb, listed, (one, page) -> one.offers(listed));
    }

    /** The record's page offers the step as a main button. */
    public Step<R> button(BiFunction<R, Page, String> text) {
        return offer(Offer.Look.BUTTON, text);
    }

    /** The record's page offers the step as a button of the second rank. */
    public Step<R> secondary(BiFunction<R, Page, String> text) {
        return offer(Offer.Look.SECONDARY, text);
    }

    /** The record's page offers the step as a link. */
    public Step<R> link(BiFunction<R, Page, String> text) {
        return offer(Offer.Look.LINK, text);
    }

    private Step<R> offer(Offer.Look as, BiFunction<R, Page, String> text) {
        this.look = as;
        this.label = text;
        return this;
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

    /** Sends that. A step that does not say what it sends sends nothing but that it is taken. */
    public Step<R> sends(BodyOf<R> what) {
        this.body = what;
        return this;
    }

    /** Is sent to the address of another verb. */
    public Step<R> to(String other) {
        return to(one -> other);
    }

    /** Is sent to the address of another verb, which the record says. */
    public Step<R> to(Function<R, String> other) {
        this.part = one -> "/" + other.apply(one);
        return this;
    }

    /** Replaces what the record says, at the address of the record itself. */
    public Step<R> replaces() {
        this.part = one -> "";
        this.replaces = true;
        return this;
    }

    /** Tells the record's page that. */
    public Step<R> done(String word) {
        return done((before, answer, form) -> word);
    }

    /** Tells the record's page that, and how the page then says it. */
    public Step<R> done(String word, BiFunction<R, Page, String> text) {
        return says(word, text).done(word);
    }

    /** Says how the record's page says a word that it was told. */
    public Step<R> says(String word, BiFunction<R, Page, String> text) {
        said.put(word, text);
        return this;
    }

    /** Tells the record's page that, or goes on to an address. */
    public Step<R> done(Done<R> goesOn) {
        this.done = goesOn;
        return this;
    }

    /** Shows what the service answers, in place of the record's page. */
    public Step<R> shows(Shows<R> page) {
        this.shows = page;
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

    /** Carries a key in place of a version. Where the key was used before, that address is the place to look. */
    public Step<R> keyed(Function<R, String> list) {
        this.usedUp = list;
        return this;
    }

    public String verb() {
        return verb;
    }

    String listed() {
        return listed;
    }

    boolean isOffered(R one, Page page) {
        return offered.test(one, page);
    }

    /** Whether the record's page shows the step where the reader may take it. */
    boolean isShown() {
        return look != null;
    }

    Optional<Offer> offer(String href, R one, Page page) {
        return Optional.ofNullable(look).map(it -> new Offer(href, label.apply(one, page), it, asks == null));
    }

    /** How the page of a record says that word, where it is a word of this step. */
    public Optional<String> said(String word, R one, Page page) {
        return Optional.ofNullable(said.get(word)).map(it -> it.apply(one, page));
    }

    Optional<Asks<R>> asks() {
        return Optional.ofNullable(asks);
    }

    Form begin(R one, Page page) {
        return begins.apply(one, page);
    }

    /** Reads the form, and is then ready to be sent. */
    Supplier<RestResponse<JsonNode>> prepare(Subject<R> subject, R one, Form form, Page page) {
        Object read = body.of(one, form, page);
        return () -> {
            Call call = subject.call(part.apply(one));
            if (replaces) {
                return call.edit(form.value("etag"), read, JsonNode.class);
            }
            return usedUp == null
                    ? call.step(form.value("etag"), read, JsonNode.class)
                    : call.create(form.key(), read, JsonNode.class);
        };
    }

    String goesOn(R before, RestResponse<JsonNode> answer, Form form) {
        return done.of(before, answer, form);
    }

    Optional<TemplateInstance> shown(R before, @Nullable JsonNode answer, Page page) {
        return shows == null || answer == null ? Optional.empty() : Optional.of(shows.of(before, answer, page));
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

    Optional<String> usedUp(R one) {
        return Optional.ofNullable(usedUp).map(it -> it.apply(one));
    }

    List<Field> fields(R one, Form form, Page page) {
        return asks == null ? typed.apply(one, page) : asks.of(one, form, page).fields();
    }
}
