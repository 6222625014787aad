package org.comity.portal.denial;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.portal.api.Codes;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a list of denials is narrowed to, as it stands in the address. Where nothing is said, a text is empty.
 *
 * @param status one status, or one of {@link #IN_FORCE}, {@link #UNDER_REVIEW}, {@link #WAITING}
 * @param item a control-list entry; its sub-entries count too
 * @param columns what is shown beside the reference; empty for the usual columns
 */
public record DenialFilter(String status, String item, String destination, String originator, List<Column> columns) {

    /** All statuses in which a denial is in force. */
    static final String IN_FORCE = "IN_FORCE";

    /** Its review is due or overdue. */
    static final String UNDER_REVIEW = "UNDER_REVIEW";

    /** Something of it waits for an approver of the person's own state. */
    static final String WAITING = "WAITING";

    private static final List<String> SEVERAL = List.of(IN_FORCE, UNDER_REVIEW, WAITING);

    DenialFilter(String status, String item, String destination, String originator) {
        this(status, item, destination, originator, List.of());
    }

    /** A filter as it was typed: trimmed, codes in upper case; what is no status is none. */
    public static DenialFilter of(String status, String item, String destination, String originator) {
        boolean known = SEVERAL.contains(status)
                || Arrays.stream(Codes.DenialStatus.values())
                        .anyMatch(it -> it.name().equals(status));
        return new DenialFilter(
                known ? status : "", item.strip(), Countries.chosen(destination), Countries.chosen(originator));
    }

    /** The same with these columns, by name. */
    DenialFilter showing(List<String> names) {
        return new DenialFilter(status, item, destination, originator, Column.of(names));
    }

    /** What is shown beside the reference. */
    public List<Column> shown() {
        return columns.isEmpty() ? Column.USUAL : columns;
    }

    /** The list with the same columns, and all that may be seen. */
    public String cleared() {
        return new DenialFilter("", "", "", "", columns).href("", List.of());
    }

    /** The same list with the usual columns. */
    public String usual() {
        return showing(List.of()).href("", List.of());
    }

    /** Whether anything is narrowed. */
    public boolean isActive() {
        return !parameters().isEmpty();
    }

    /** The statuses that are asked for; none for all. */
    public List<Codes.DenialStatus> statuses() {
        return switch (status) {
            case "", WAITING -> List.of();
            case IN_FORCE -> inForce();
            case UNDER_REVIEW -> List.of(Codes.DenialStatus.REVIEW_DUE, Codes.DenialStatus.REVIEW_OVERDUE);
            default -> List.of(Codes.DenialStatus.valueOf(status));
        };
    }

    /** Whether only what waits for an approver is asked for; null where nothing is said of it. */
    public @Nullable Boolean waiting() {
        return status.equals(WAITING) ? Boolean.TRUE : null;
    }

    /** The statuses in which a denial is in force. */
    public static List<Codes.DenialStatus> inForce() {
        return Arrays.stream(Codes.DenialStatus.values())
                .filter(Codes.DenialStatus::inForce)
                .toList();
    }

    Form form() {
        return Form.blank()
                .put("status", status)
                .put("item", item)
                .put("destination", destination)
                .put("originator", originator)
                .put("columns", shown());
    }

    DenialFilter without(String name) {
        return new DenialFilter(
                name.equals("status") ? "" : status,
                name.equals("item") ? "" : item,
                name.equals("destination") ? "" : destination,
                name.equals("originator") ? "" : originator,
                columns);
    }

    /** The names and values that are said. */
    Map<String, String> parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("status", status);
        said.put("item", item);
        said.put("destination", destination);
        said.put("originator", originator);
        said.values().removeIf(String::isEmpty);
        return said;
    }

    /** The address of the list so narrowed, at that place. */
    String href(String cursor, List<String> trail) {
        String query = query(cursor, trail);
        return query.isEmpty() ? "/denials" : "/denials?" + query;
    }

    /** What stands in the address after the question mark. */
    public String query(String cursor, List<String> trail) {
        List<String> parts = new ArrayList<>();
        parameters().forEach((name, value) -> parts.add(name + "=" + encoded(value)));
        columns.forEach(it -> parts.add("columns=" + it));
        if (!cursor.isEmpty()) {
            parts.add("cursor=" + encoded(cursor));
            trail.forEach(it -> parts.add("trail=" + encoded(it)));
        }
        return parts.stream().collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
