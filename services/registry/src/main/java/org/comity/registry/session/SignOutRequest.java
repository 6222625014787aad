package org.comity.registry.session;

/** A body that says nothing: an empty JSON object. Whose session it is, the token says. */
public record SignOutRequest() {}
