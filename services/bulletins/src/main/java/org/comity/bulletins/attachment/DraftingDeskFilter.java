package org.comity.bulletins.attachment;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.sharing.foureyes.TakenBy;

/** Refuses who drafts no bulletin before the file is read: it may have five megabytes. */
@Provider
@DraftingDesk
@Priority(Priorities.AUTHORIZATION + 10)
class DraftingDeskFilter implements ContainerRequestFilter {

    private final Instance<CurrentCaller> current;

    DraftingDeskFilter(Instance<CurrentCaller> current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        TakenBy.ANALYSTS.require(current.get().get());
    }
}
