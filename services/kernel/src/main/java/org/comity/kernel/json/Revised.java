package org.comity.kernel.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record with some of its components replaced. A component that nobody replaces stands in no copy, so that a new one is
 * named where it matters and nowhere else.
 */
public final class Revised<R extends Record> {

    private final R original;
    private final Map<String, @Nullable Object> changes = new HashMap<>();

    private Revised(R original) {
        this.original = original;
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

    /**
     * The copy.
     *
     * @throws IllegalStateException where the record has no component of a name that was replaced
     */
    @SuppressWarnings("unchecked") // the class of a record is that of its copy
    public R made() {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Map<String, @Nullable Object> left = new HashMap<>(changes);
        try {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name) ? changes.get(name) : value(components[i]);
                left.remove(name);
            }
            if (!left.isEmpty()) {
                throw new IllegalStateException(original.getClass() + " has no " + left.keySet());
            }
            Constructor<?> constructor = original.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be copied", e);
        }
    }

    private @Nullable Object value(RecordComponent component) throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(original);
    }
}
