package org.comity.kernel.http;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids of records in addresses. */
@Provider
public class RecordIds implements ParamConverterProvider {

    /** The id of nothing: what an address of another shape names, so that it is answered as a hidden record is. */
    public static final UUID NOTHING = new UUID(0, 0);

    @Override
    @SuppressWarnings("unchecked") // a converter of UUID, for UUID
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        boolean inAddress = Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
        return type == UUID.class && inAddress ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<UUID> {

        @Override
        public UUID fromString(String text) {
            try {
                UUID id = UUID.fromString(text);
                return id.toString().equalsIgnoreCase(text) ? id : NOTHING;
            } catch (IllegalArgumentException e) {
                return NOTHING;
            }
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
