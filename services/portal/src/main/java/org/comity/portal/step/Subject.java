package org.comity.portal.step;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import org.comity.portal.api.Call;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;

/**
 * The record that steps are taken with, and how its pages speak of it.
 *
 * @param <R> the record
 */
public interface Subject<R> {

    /** Opens the page of this request. For a person who never takes such a step there is no such page. */
    Page open();

    /** Reads the record as it is now. */
    Read<R> read();

    /**
     * An address of the record in its service.
     *
     * @param part the rest of the address: empty, or a slash and the verb of a step
     */
    Call call(String part);

    /** The address of the record's own page. */
    String home();

    /** The address of the page of a step. */
    default String address(String verb) {
        return home() + "/" + verb;
    }

    /** The address to which "back" and "cancel" lead. */
    default String back() {
        return home();
    }

    /** The name of the record at the head of a page. */
    default String called(R one, Page page) {
        return "";
    }

    /** The status of the record in a word. */
    default String stands(R one, Page page) {
        return "";
    }

    /** The words of the way back; empty for the usual ones. */
    default String backText(R one, Page page) {
        return "";
    }

    /** Tells that somebody else changed the record. */
    default Overtaken overtaken(R one, Page page) {
        Texts texts = page.texts(Texts.class);
        return new Overtaken(
                texts.overtaken(), stands(one, page), texts.overtakenText(), texts.overtakenReload(), home());
    }

    /** The record's own page with what did not work, for steps that are taken there. */
    default Optional<TemplateInstance> page(Page page, Read<R> now, Form form) {
        return Optional.empty();
    }

    /**
     * The words that tell that somebody else changed the record while a person read it.
     *
     * @param stands the status of the record now; may be empty
     * @param text what became of what the person typed
     * @param look the words of a link to the record as it is now
     */
    record Overtaken(String heading, String stands, String text, String look, String href) {

        /** For the record's own page, which shows the status. */
        public static Overtaken of(String heading) {
            return new Overtaken(heading, "", "", "", "");
        }
    }
}
