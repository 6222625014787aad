package org.comity.kernel.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; empty for the whole body; for a query parameter or header its name
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldError(String pointer, String detail) {}
