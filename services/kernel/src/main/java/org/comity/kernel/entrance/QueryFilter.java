package org.comity.kernel.entrance;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.comity.kernel.contract.ServedContract;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.text.TextForm;

/**
 * Refuses a parameter of the query that the contract does not have, that stands more often than it may, or that
 * says nothing: a filter that is misspelt or empty would otherwise show more than was asked for. After the caller is known, so that a stranger learns nothing.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class QueryFilter implements ContainerRequestFilter {

    private final ServedContract contract;

    QueryFilter(ServedContract contract) {
        this.contract = contract;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        contract.contract()
                .flatMap(known -> known.queryParameters(
                        request.getMethod(),
                        request.getUriInfo().getRequestUri().getRawPath()))
                .ifPresent(parameters -> check(request, parameters));
    }

    private static void check(ContainerRequestContext request, Map<String, Integer> known) {
        List<FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, List<String>> sent :
                request.getUriInfo().getQueryParameters().entrySet()) {
            Integer most = known.get(sent.getKey());
            if (most == null) {
                errors.add(new FieldError(sent.getKey(), "There is no parameter of this name. " + said(known)));
            } else if (sent.getValue().size() > most) {
                errors.add(new FieldError(
                        sent.getKey(),
                        most == 1
                                ? "This parameter stands more than once."
                                : "This parameter stands more than " + most + " times."));
            } else if (sent.getValue().stream().anyMatch(QueryFilter::saysNothing)) {
                errors.add(
                        new FieldError(
                                sent.getKey(),
                                "This is empty, or has blanks or characters that do not show. Leave out a filter that you do not need."));
            }
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
    }

    /** A filter of nothing would show everything. */
    private static boolean saysNothing(String value) {
        return value.isEmpty() || !TextForm.of(value).equals(value);
    }

    private static String said(Map<String, Integer> known) {
        return known.isEmpty()
                ? "This address takes none."
                : "This address takes " + String.join(", ", new TreeSet<>(known.keySet())) + ".";
    }
}
