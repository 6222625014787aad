package org.comity.portal.api;

import java.util.List;

/** The surveillance-related control-list entries that Comity knows. */
public record ControlListEntries(List<Entry> items) {

    /** One entry. */
    public record Entry(String code, Codes.ControlList controlList, String description, String cluster) {}
}
