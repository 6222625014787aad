package org.comity.portal.step;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The record that a step is taken with, and how its pages speak of it.
 *
 * @param <R> the record
 */
public final class Subject<R> {

    private final Supplier<Page> open;
    private final Supplier<Read<R>> read;
    private final String home;
    private BiFunction<R, Page, String> called = (one, page) -> "";
    private BiFunction<R, Page, String> stands = (one, page) -> "";
    private BiFunction<R, Page, String> backText = (one, page) -> "";
    private @Nullable BiFunction<R, Page, Overtaken> overtaken;
    private @Nullable OwnPage<R> page;
    private String part = "";
    private String anchor = "";

    private Subject(Supplier<Page> open, Supplier<Read<R>> read, String home) {
        this.open = open;
        this.read = read;
        this.home = home;
    }

    /** The record's own page, with what did not work. */
    public interface OwnPage<R> {
        TemplateInstance of(Page page, Read<R> now, Form form);
    }

    /**
     * That somebody else changed the record while it was read.
     *
     * @param stands where it stands now; may be empty
     * @param text what became of what was typed
     * @param look the words of a link to the record as it is now
     */
    public record Overtaken(String heading, String stands, String text, String look, String href) {

        /** On the record's own page, which shows how it stands. */
        public static Overtaken of(String heading) {
            return new Overtaken(heading, "", "", "", "");
        }
    }

    /**
     * A record.
     *
     * @param open the page of this request; for those who never take such a step there is none
     * @param read the record as it is now
     * @param home the address of its own page
     */
    public static <R> Subject<R> of(Supplier<Page> open, Supplier<Read<R>> read, String home) {
        return new Subject<>(open, read, home);
    }

    /** What it is called at the head of a page. */
    public Subject<R> called(BiFunction<R, Page, String> name) {
        this.called = name;
        return this;
    }

    /** Where it stands, in a word. */
    public Subject<R> stands(BiFunction<R, Page, String> where) {
        this.stands = where;
        return this;
    }

    /** The words of the way back. */
    public Subject<R> backText(BiFunction<R, Page, String> words) {
        this.backText = words;
        return this;
    }

    /** How a page tells that somebody else changed it. */
    public Subject<R> overtaken(BiFunction<R, Page, Overtaken> how) {
        this.overtaken = how;
        return this;
    }

    /** Its own page, for steps that are taken there. */
    public Subject<R> page(OwnPage<R> own) {
        this.page = own;
        return this;
    }

    /** A part of it: where the addresses of its steps begin, and the place on its page that one goes back to. */
    public Subject<R> part(String path, String place) {
        this.part = path;
        this.anchor = place;
        return this;
    }

    Page open() {
        return open.get();
    }

    Read<R> read() {
        return read.get();
    }

    String home() {
        return home;
    }

    String address(String verb) {
        return home + part + "/" + verb;
    }

    String back() {
        return home + anchor;
    }

    String called(R one, Page page) {
        return called.apply(one, page);
    }

    String backText(R one, Page page) {
        return backText.apply(one, page);
    }

    Overtaken overtaken(R one, Page page) {
        Texts texts = page.texts(Texts.class);
        return overtaken == null
                ? new Overtaken(
                        texts.overtaken(),
                        stands.apply(one, page),
                        texts.overtakenText(),
                        texts.overtakenReload(),
                        home)
                : overtaken.apply(one, page);
    }

    Optional<TemplateInstance> page(Page shown, Read<R> now, Form form) {
        return Optional.ofNullable(page).map(it -> it.of(shown, now, form));
    }
}
