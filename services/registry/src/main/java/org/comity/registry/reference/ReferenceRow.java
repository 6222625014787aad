package org.comity.registry.reference;

/**
 * A row of reference data.
 *
 * @param code by which other records name it, such as {@code COC-4}
 * @param text in our own words
 */
public record ReferenceRow(String code, String text) {}
