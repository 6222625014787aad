package org.comity.registry.state;

/** A body that says nothing: an empty JSON object. */
public record NothingMore() {}
