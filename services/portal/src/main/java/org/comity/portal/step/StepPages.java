package org.comity.portal.step;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The pages of the steps of a kind of record, each at the address of its record with the verb of the step.
 *
 * @param <R> the record
 */
public abstract class StepPages<R> {

    /** The id of a record, or a year. */
    protected static final String ID = "{id:[0-9a-fA-F-]{36}|[0-9]{4}}";

    private final Iterable<? extends RecordSteps<R>> described;

    /** Steps that one package or several describe. */
    protected StepPages(Iterable<? extends RecordSteps<R>> described) {
        this.described = described;
    }

    /** The record of that id, with its words. */
    protected abstract Subject<R> subject(String id);

    /** Shows the page of a step. */
    @GET
    @Path(ID + "/{step}")
    public Response ask(@PathParam("id") String id, @PathParam("step") String step) {
        return steps(id).ask(step);
    }

    /** Takes a step. */
    @POST
    @Path(ID + "/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @PathParam("id") String id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        return steps(id).take(step, sent);
    }

    private StepFrame<R> steps(String id) {
        return StepFrame.of(subject(id), steps());
    }

    /** The steps. */
    protected List<Step<R>> steps() {
        return StreamSupport.stream(described.spliterator(), false)
                .flatMap(it -> it.all().stream())
                .toList();
    }
}
