package org.comity.portal.step;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;

/**
 * The pages of a kind of record: each record, and the steps that are taken with it. A step that is taken on the page of
 * the record comes back to it.
 *
 * @param <R> the record
 */
public abstract class RecordPages<R> extends StepPages<R> {

    private final Records<R> records;

    /** The pages of those records, with the steps that one package or several describe. */
    protected RecordPages(Records<R> records, Iterable<? extends RecordSteps<R>> described) {
        super(described);
        this.records = records;
    }

    /** The records. */
    protected Records<R> records() {
        return records;
    }

    /**
     * The page of a record.
     *
     * @param from the query of the list that the person came from; may be empty
     * @param done what the page says is done; may be empty
     * @param form what a step that is taken on this page asks, with what did not work
     */
    protected abstract TemplateInstance show(Page page, Read<R> now, String from, String done, Form form);

    /** What the page says after something that no step describes; empty for an unknown word. */
    protected String done(String word, R one, Page page) {
        return "";
    }

    private String said(String word, R one, Page page) {
        return steps().stream()
                .flatMap(it -> it.said(word, one, page).stream())
                .findFirst()
                .orElseGet(() -> done(word, one, page));
    }

    /** Shows a record. */
    @GET
    @Path(ID)
    public TemplateInstance one(
            @PathParam("id") String id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("done") @DefaultValue("") String done) {
        Page page = records.open();
        Read<R> now = records.read(id);
        records.seen(id, page);
        Form form = Form.blank();
        if (done.equals(StepFrame.GONE)) {
            form.faultAt("", page.texts(Texts.class).stepGone());
        } else if (done.equals(StepFrame.CHANGED)) {
            form.faultAt("", page.texts(Texts.class).overtaken());
        }
        return show(page, now, from, said(done, now.one(), page), form);
    }

    /** The subject of the steps of a record. It shows the page of the record where a step on it does not work. */
    protected class OneRecord extends RecordSubject<R> {

        /** The record of that id. */
        protected OneRecord(String id) {
            super(records, id);
        }

        @Override
        public Optional<TemplateInstance> page(Page page, Read<R> now, Form form) {
            return Optional.of(show(page, now, "", "", form));
        }
    }
}
