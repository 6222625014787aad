package org.comity.kernel.problem;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** Writes the refusals of resources in the form of their address; after all other filters, one of which may refuse too. */
@Provider
@Priority(ProblemFormFilter.LAST)
class ProblemFormFilter implements ContainerResponseFilter {

    /** The filters of an answer run from the highest number to the lowest. */
    static final int LAST = 1;

    private final Instance<ProblemForms> forms;

    /** Takes the forms when they are needed: filters are made before the running service is. */
    ProblemFormFilter(Instance<ProblemForms> forms) {
        this.forms = forms;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            ProblemForms.Written written =
                    forms.get().of(request.getUriInfo().getRequestUri().getRawPath(), problem);
            if (written.body() != problem) {
                response.setEntity(written.body(), new Annotation[0], MediaType.valueOf(written.mediaType()));
            }
        }
    }
}
