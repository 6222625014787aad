package org.comity.denials.denial;

/** A body that says nothing: an empty JSON object. */
public record NothingMore() {}
