package org.comity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which record came where, and when, by the clock of {@link System#nanoTime()}; the first time counts. */
final class Arrivals {

    private static final Pattern RECORD = Pattern.compile("\"record\" *: *\"([0-9a-f-]{36})\"");

    private final Map<Arrival, Long> all = new ConcurrentHashMap<>();

    private record Arrival(String where, String record) {}

    /** This text came; it tells of a record, or of none. */
    void came(String where, String text) {
        long now = System.nanoTime();
        Matcher record = RECORD.matcher(text);
        if (record.find()) {
            all.putIfAbsent(new Arrival(where, record.group(1)), now);
        }
    }

    /** How long each took that came to one of these places. */
    long[] nanos(Map<String, Long> begun, List<String> places) {
        List<Long> times = new ArrayList<>();
        begun.forEach((record, begin) -> places.forEach(where -> {
            Long at = all.get(new Arrival(where, record));
            if (at != null) {
                times.add(at - begin);
            }
        }));
        return times.stream().mapToLong(Long::longValue).toArray();
    }
}
