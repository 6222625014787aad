package org.comity.portal.step;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.portal.api.Alone;
import org.comity.portal.api.Call;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.Services;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/**
 * The records of one kind: where the service keeps them, where the portal shows them, and for whom its pages are.
 *
 * @param <R> the record
 */
public final class Records<R> {

    /** Of the id of a record; figures have a year. */
    private static final int UUID_LENGTH = 36;

    private final Frames frames;
    private final Services services;
    private final Kind<R> kind;

    /**
     * What is particular to a kind.
     *
     * @param api the address of a record as the contract writes it, with one place for its id
     * @param path the address of the list of its pages
     * @param readers the persons who read such records
     * @param desk the persons who draft them and take steps with them
     */
    record Kind<R>(
            Class<R> type,
            String api,
            String path,
            String section,
            Predicate<Person> readers,
            Predicate<Person> desk) {}

    Records(Frames frames, Services services, Kind<R> kind) {
        this.frames = frames;
        this.services = services;
        this.kind = kind;
    }

    /** Opens a page for a reader. For other persons there is no such page. */
    public Page open() {
        return frames.open(kind.section(), kind.readers());
    }

    /** Opens a page for the desk. For other persons there is no such page. */
    public Page openForDesk() {
        return frames.open(kind.section(), kind.desk());
    }

    /** The address of a record's own page. */
    public String home(Object id) {
        return kind.path() + "/" + id;
    }

    /** The address of the list. */
    public String list() {
        return kind.path();
    }

    /** Reads a record with the person's own token. */
    public Read<R> read(Object id) {
        return Read.of(call(id, "").answer(kind.type()));
    }

    /** The reader has opened the page of a record: what there is about it in the news is read. */
    void seen(String id, Page page) {
        if (page.is(Person::readsDenials) && id.length() == UUID_LENGTH) {
            Alone.ask("What was read", () -> services.at("/subscriptions/v1/inbox/read")
                    .post(new Inbox.Seen(null, List.of(UUID.fromString(id))), Void.class));
        }
    }

    /** An address of a record in its service; the part is what follows the address of the record. */
    public Call call(Object id, String part) {
        return services.at(kind.api() + part, id);
    }

    /** Creates a record. A second call with the same key creates no second record. */
    public R create(String key, Object body) {
        return services.at(kind.api().substring(0, kind.api().lastIndexOf('/')))
                .create(key, body, kind.type())
                .getEntity();
    }

    /** Replaces what the record of that version says. */
    public void edit(Object id, String etag, Object body) {
        call(id, "").edit(etag, body, kind.type());
    }

    /** Takes a step that has no body. */
    public void step(Object id, String verb, String etag) {
        call(id, "/" + verb).step(etag, kind.type());
    }
}
