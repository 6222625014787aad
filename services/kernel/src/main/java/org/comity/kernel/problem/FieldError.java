package org.comity.kernel.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; for a query parameter or header its name
 */
public record FieldError(String pointer, String detail) {}
