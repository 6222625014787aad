package org.comity.portal.entrance;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** What the form said that this request brought, for a page that has to give it back. */
final class SentForm {

    private SentForm() {}

    /** Its fields, without files, which no page can give back; nothing where there was no form, or nobody read it. */
    static Map<String, List<String>> fields() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return Map.of();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (request.getRequestEntity() instanceof MultivaluedMap<?, ?> form) {
            form.forEach((name, values) -> fields.put(
                    name.toString(), values.stream().map(Object::toString).toList()));
        } else if (request.getFormData() != null) {
            parts(request.getFormData(), fields);
        }
        return fields;
    }

    private static void parts(FormData form, Map<String, List<String>> fields) {
        form.forEach(
                name -> form.get(name).stream().filter(it -> !it.isFileItem()).forEach(it -> fields.computeIfAbsent(
                                name, any -> new ArrayList<>())
                        .add(it.getValue())));
    }
}
