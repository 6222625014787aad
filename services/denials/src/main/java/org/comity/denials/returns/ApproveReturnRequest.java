package org.comity.denials.returns;

/** A body that says nothing: an empty JSON object. */
public record ApproveReturnRequest() {}
