package org.comity.denials.exchange;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.comity.denials.denial.BulkDenials;

/** Refuses who may not import before the file is read: it may have eight megabytes. */
@Provider
@ImportDesk
@Priority(Priorities.AUTHORIZATION + 10)
class ImportDeskFilter implements ContainerRequestFilter {

    private final Instance<BulkDenials> denials;

    ImportDeskFilter(Instance<BulkDenials> denials) {
        this.denials = denials;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        denials.get().desk();
    }
}
