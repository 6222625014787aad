package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of a view is optional is left out where its reader may not see it, and no page may fail over that. */
class ReadRecordsTest {

    /** What the portal sends, and what it keeps for itself. */
    private static final Set<String> NOT_READ = Set.of("Ask", "Release", "Known");

    /** Each list of records has it, also an empty one: the contracts require it. */
    private static final String ALWAYS_THERE = "items";

    private static List<Class<?>> records() throws Exception {
        Path classes = Path.of(
                Denial.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve("org/comity/portal/api"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class")) {
                    Class<?> type = Class.forName("org.comity.portal.api." + name.substring(0, name.length() - 6));
                    if (type.isRecord() && !NOT_READ.contains(type.getSimpleName())) {
                        records.add(type);
                    }
                }
            }
        }
        return records;
    }

    @Test
    void R278_a_list_that_an_answer_leaves_out_is_read_as_an_empty_one() throws Exception {
        Set<String> missing = new TreeSet<>();
        int lists = 0;
        for (Class<?> type : records()) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object read = constructor.newInstance(Arrays.stream(type.getRecordComponents())
                    .map(part -> nothing(part.getType()))
                    .toArray());
            for (RecordComponent part : type.getRecordComponents()) {
                part.getAccessor().setAccessible(true);
                if (part.getName().equals(ALWAYS_THERE)) {
                    continue;
                }
                if (Collection.class.isAssignableFrom(part.getType()) || Map.class.isAssignableFrom(part.getType())) {
                    lists++;
                    if (part.getAccessor().invoke(read) == null) {
                        missing.add(type.getSimpleName() + "." + part.getName());
                    }
                }
            }
        }
        assertTrue(lists > 40, "found only " + lists + " lists");
        assertEquals(Set.of(), missing);
    }

    /** What Jackson gives where the JSON has no such field. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
