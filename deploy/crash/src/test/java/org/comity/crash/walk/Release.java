package org.comity.crash.walk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * To whom a denial goes.
 *
 * @param json as a draft or a release says it
 * @param reached the states of the walk that it reaches; states that do not walk stand together under a name, by the
 *     regime that they are in, so that one release can be held against another
 */
record Release(String json, Set<String> reached) {

    private static final String THOSE_IN_THE_EU = "those in the EU";
    private static final String THOSE_IN_WASSENAAR = "those in Wassenaar";
    private static final String THE_OTHERS = "the others";
    private static final Set<String> EU = Set.of("NL", "EE", "DE", THOSE_IN_THE_EU);
    private static final Set<String> WASSENAAR = Set.of("NL", "EE", "DE", "JP", THOSE_IN_THE_EU, THOSE_IN_WASSENAAR);
    private static final Set<String> ALL =
            Set.of("NL", "EE", "DE", "JP", THOSE_IN_THE_EU, THOSE_IN_WASSENAAR, THE_OTHERS);

    static final Release TO_NOBODY = new Release(mode("ORIGINATOR_ONLY"), Set.of());

    /** In any mode, from this state. */
    static Release some(RandomGenerator random, String owner) {
        return switch (random.nextInt(8)) {
            case 0 -> new Release(mode("ALL"), without(owner, ALL));
            case 1 -> new Release(mode("REGIME\",\"regime\":\"EU"), without(owner, EU));
            case 2 -> new Release(mode("REGIME\",\"regime\":\"WA"), without(owner, WASSENAAR));
            default -> listed(random, owner);
        };
    }

    private static Release listed(RandomGenerator random, String owner) {
        Set<String> states = WalkedDenial.STATES.stream()
                .filter(state -> !state.equals(owner) && random.nextBoolean())
                .collect(Collectors.toCollection(TreeSet::new));
        return states.isEmpty()
                ? TO_NOBODY
                : new Release(mode("LIST\",\"states\":[\"%s".formatted(String.join("\",\"", states)), "]"), states);
    }

    boolean reaches(String state) {
        return reached.contains(state);
    }

    /** Whether that one reaches nobody whom this one does not reach. */
    boolean covers(Release other) {
        return reached.containsAll(other.reached);
    }

    private static String mode(String mode) {
        return mode(mode, "");
    }

    private static String mode(String mode, String end) {
        return "\"releasability\":{\"mode\":\"" + mode + "\"" + end + "}";
    }

    private static Set<String> without(String owner, Set<String> states) {
        Set<String> others = new TreeSet<>(states);
        others.removeAll(List.of(owner));
        return others;
    }
}
