package org.comity.kernel.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record with some of its components replaced. A component that nobody replaces stands in no copy, so that a new one is
 * named where it matters and nowhere else.
 */
public final class Revised<R extends Record> {

    /** How the records of a class are read and made. */
    private record Shape(Map<String, Method> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            Map<String, Method> components = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                components.put(component.getName(), component.getAccessor());
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Shape(components, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record has the constructor of its components", e);
            }
        }

        @Nullable
        Object value(String component, Record record) {
            Method accessor = components.get(component);
            if (accessor == null) {
                throw new IllegalStateException(record.getClass() + " has no " + component);
            }
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record cannot be read", e);
            }
        }
    }

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final R original;
    private final Shape shape;
    private final Map<String, @Nullable Object> changes = new HashMap<>();

    private Revised(R original) {
        this.original = original;
        this.shape = SHAPES.get(original.getClass());
    }

    /** A copy of this record. */
    public static <R extends Record> Revised<R> of(R original) {
        return new Revised<>(original);
    }

    /** The copy has this in its component of this name. */
    public Revised<R> with(String component, @Nullable Object value) {
        changes.put(component, value);
        return this;
    }

    /** The copy has in its component of this name what the other record has there. */
    public Revised<R> take(String component, R other) {
        return with(component, shape.value(component, other));
    }

    /**
     * The copy.
     *
     * @throws IllegalStateException where the record has no component of a name that was replaced
     */
    @SuppressWarnings("unchecked") // the class of a record is that of its copy
    public R made() {
        Map<String, @Nullable Object> left = new HashMap<>(changes);
        @Nullable
        Object[] values = shape.components().keySet().stream()
                .map(name -> changes.containsKey(name) ? left.remove(name) : shape.value(name, original))
                .toArray();
        if (!left.isEmpty()) {
            throw new IllegalStateException(original.getClass() + " has no " + left.keySet());
        }
        try {
            return (R) shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be copied", e);
        }
    }
}
