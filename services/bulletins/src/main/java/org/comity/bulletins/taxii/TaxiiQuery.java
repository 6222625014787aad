package org.comity.bulletins.taxii;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.bulletins.stix.StixTime;
import org.comity.kernel.http.QueryParameters;

/**
 * Which objects of a collection are wanted. Several values of one filter are united, several filters narrow each other.
 *
 * <p>Source: docs/rules.md R-341 (TAXII 2.1, 3.4).
 *
 * @param versions {@code first}, {@code last}, {@code all}, or instants
 */
record TaxiiQuery(
        Optional<Instant> addedAfter,
        Optional<String> next,
        int limit,
        List<String> ids,
        List<String> types,
        List<String> specVersions,
        List<String> versions) {

    private static final int MOST_VALUES = 100;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,250}--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,250}");
    private static final Pattern SPEC_VERSION = Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}");
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");
    private static final List<String> WORDS = List.of("first", "last", "all");

    /**
     * Reads the parameters of an address; those that the contract does not list were refused before.
     *
     * @param most the largest page
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static TaxiiQuery of(MultivaluedMap<String, String> address, int most) {
        QueryParameters said = QueryParameters.of(address);
        Optional<Instant> addedAfter = said.text(
                        "added_after",
                        text -> StixTime.read(text).isPresent(),
                        "An instant looks like 2026-01-31T12:00:00.000000Z.")
                .flatMap(StixTime::read);
        int limit = said.text("limit", TaxiiQuery::isLimit, "A page has at least one object.")
                .map(text -> Math.min(most, Integer.parseInt(text)))
                .orElse(most);
        return said.checked(new TaxiiQuery(
                addedAfter,
                said.text("next", text -> true, ""),
                limit,
                values(said, "match[id]", ID, "An id looks like report--, and a UUID."),
                values(said, "match[type]", TYPE, "A type looks like report."),
                values(said, "match[spec_version]", SPEC_VERSION, "A version of STIX looks like 2.1."),
                versions(said)));
    }

    private static boolean isLimit(String text) {
        return LIMIT.matcher(text).matches() && Integer.parseInt(text) > 0;
    }

    private static List<String> values(QueryParameters said, String name, Pattern form, String otherwise) {
        return said.text(
                        name,
                        text -> split(text).size() <= MOST_VALUES
                                && split(text).stream()
                                        .allMatch(value -> form.matcher(value).matches()),
                        otherwise)
                .map(TaxiiQuery::split)
                .orElse(List.of());
    }

    private static List<String> versions(QueryParameters said) {
        return said.text(
                        "match[version]",
                        text -> split(text).size() <= MOST_VALUES
                                && split(text).stream()
                                        .allMatch(value -> WORDS.contains(value)
                                                || StixTime.read(value).isPresent()),
                        "A version is first, last, all, or the instant at which an object was modified.")
                .map(TaxiiQuery::split)
                .orElse(List.of("last"));
    }

    private static List<String> split(String text) {
        return List.of(text.split(",", -1));
    }

    /** The instants among the wanted versions. */
    List<String> instants() {
        return versions.stream()
                .flatMap(value -> StixTime.read(value).stream())
                .map(StixTime::of)
                .toList();
    }

    /** The same, of one object alone. */
    TaxiiQuery ofObject(String id) {
        return new TaxiiQuery(addedAfter, next, limit, List.of(id), types, specVersions, versions);
    }

    /** The same, with all versions. */
    TaxiiQuery ofAllVersions() {
        return new TaxiiQuery(addedAfter, next, limit, ids, types, specVersions, List.of("all"));
    }
}
