package org.comity.portal.entrance;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.portal.page.PersonMark;

/** Looks at each form before a page reads it: whether it was made for the person who is signed in. */
@Provider
public class FormsOfThePerson implements ReaderInterceptor {

    private final PersonMark marks;

    FormsOfThePerson(PersonMark marks) {
        this.marks = marks;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        Object read = reading.proceed();
        if (read instanceof MultivaluedMap<?, ?> form) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            form.forEach((name, values) -> fields.put(
                    name.toString(), values.stream().map(Object::toString).toList()));
            marks.require(fields);
        }
        return read;
    }
}
