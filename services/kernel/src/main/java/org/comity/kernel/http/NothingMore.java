package org.comity.kernel.http;

/** A body that says nothing: an empty JSON object. */
public record NothingMore() {}
