package org.comity.kernel.sql;

/** A value that is JSON already, for a column that keeps JSON. */
public record Json(String text) {}
